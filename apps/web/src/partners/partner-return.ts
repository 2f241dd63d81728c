import type { inferOutput } from '@trpc/tanstack-react-query'
import type { trpc } from '../api.ts'

type Answer = inferOutput<typeof trpc.partners.return>
export type PartnerReturn = Answer['received']
export type ReturnRow = Answer['rows'][number]

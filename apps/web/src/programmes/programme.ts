import type { inferOutput } from '@trpc/tanstack-react-query'
import type { trpc } from '../api.ts'

export type Programme = inferOutput<typeof trpc.programmes.list>[number]

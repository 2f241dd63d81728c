import type { inferInput, inferOutput } from '@trpc/tanstack-react-query'
import type { trpc } from '../api.ts'

export type RecordShown = inferOutput<typeof trpc.records.page>
export type RecordAsked = inferInput<typeof trpc.records.page>
export type ShownField = RecordShown['fields'][number]

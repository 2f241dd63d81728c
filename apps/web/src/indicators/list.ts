import type { inferOutput } from '@trpc/tanstack-react-query'
import type { trpc } from '../api.ts'

export type List = inferOutput<typeof trpc.indicators.units>
export type ListRow = List['rows'][number]

import type { inferOutput } from '@trpc/tanstack-react-query'
import type { trpc } from '../api.ts'

export type OneDefinition = inferOutput<typeof trpc.indicators.definition>

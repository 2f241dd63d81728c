import type { inferOutput } from '@trpc/tanstack-react-query'
import type { trpc } from '../api.ts'

export type SampleLine = inferOutput<typeof trpc.evidence.sampleUnits>['rows'][number]

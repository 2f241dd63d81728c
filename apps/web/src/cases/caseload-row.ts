import type { inferOutput } from '@trpc/tanstack-react-query'
import type { trpc } from '../api.ts'

/** A case as a line of the caseload. */
export type CaseloadRow = inferOutput<typeof trpc.cases.caseload>['rows'][number]

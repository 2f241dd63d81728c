import type { inferOutput } from '@trpc/tanstack-react-query'
import type { trpc } from '../api.ts'

/** A programme in a year, as its page shows it. */
export type ProgrammeYear = inferOutput<typeof trpc.programmes.figures>
export type Programme = inferOutput<typeof trpc.programmes.list>[number]

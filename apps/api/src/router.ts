import { indicatorsRouter } from './indicators/router.ts'
import { staffRouter } from './staff/staff-router.ts'
import { router } from './trpc.ts'

/** Everything that can be asked of the server: one line for each area, by the same names as the folders. */
export const appRouter = router({
  indicators: indicatorsRouter,
  staff: staffRouter,
})

export type AppRouter = typeof appRouter

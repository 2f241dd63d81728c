import type { inferOutput } from '@trpc/tanstack-react-query'
import type { trpc } from '../api.ts'

export type LearnerPage = inferOutput<typeof trpc.training.learners>
/** A learner as the lists of training show them. */
export type LearnerShown = LearnerPage['rows'][number]

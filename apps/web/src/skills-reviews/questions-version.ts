import type { inferOutput } from '@trpc/tanstack-react-query'
import type { trpc } from '../api.ts'

export type QuestionsVersion = inferOutput<typeof trpc.reviewQuestions.versions>['versions'][number]
/** A version that is not published yet. */
export type Draft = QuestionsVersion & { id: string }

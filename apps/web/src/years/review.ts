import type { inferOutput } from '@trpc/tanstack-react-query'
import type { trpc } from '../api.ts'

export type Review = inferOutput<typeof trpc.years.review>
export type Headline = Review['headlines'][number]

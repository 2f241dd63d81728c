import type { inferOutput } from '@trpc/tanstack-react-query'
import type { trpc } from '../api.ts'

export type Board = inferOutput<typeof trpc.indicators.board>
export type BoardFigure = Board['figures'][number]

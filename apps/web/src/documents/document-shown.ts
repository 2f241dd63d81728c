import type { inferOutput } from '@trpc/tanstack-react-query'
import type { trpc } from '../api.ts'

export type DocumentShown = inferOutput<typeof trpc.documents.of>[number]

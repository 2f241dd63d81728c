import type { inferOutput } from '@trpc/tanstack-react-query'
import type { trpc } from '../api.ts'

/** A business as its page shows it. */
export type BusinessShown = inferOutput<typeof trpc.businesses.page>['business']

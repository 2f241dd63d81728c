import type { inferOutput } from '@trpc/tanstack-react-query'
import type { trpc } from '../api.ts'

/** A person as their page shows them. */
export type PersonShown = inferOutput<typeof trpc.people.page>['person']

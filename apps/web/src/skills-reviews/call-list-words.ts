import { CALL_OUTCOME_NAMES } from '@hubline/domain/skills-reviews/call-list.ts'
import type { inferOutput } from '@trpc/tanstack-react-query'
import type { trpc } from '../api.ts'

export type CallList = inferOutput<typeof trpc.callLists.page>

/** What of a list is shown as a table. */
export const SHOWN_NAMES = {
  to_call: 'To call',
  later: 'To call back later',
  passed_over: 'Review in hand meanwhile',
  done: 'Done',
  offers: 'Offers made',
  ...CALL_OUTCOME_NAMES,
} as const
export type Shown = keyof typeof SHOWN_NAMES

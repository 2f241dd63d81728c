import { Problem } from '../problem.ts'
import type { CASE_STATUSES } from './cases-file.ts'

export type CaseStatus = (typeof CASE_STATUSES)[number]

/** Where a case may go from where it stands. A slip is put right by a further move, so most roads lead back too. */
const MOVES = {
  open: ['diagnosed', 'plan_agreed', 'in_delivery', 'dormant', 'closed'],
  diagnosed: ['plan_agreed', 'in_delivery', 'open', 'dormant', 'closed'],
  plan_agreed: ['in_delivery', 'diagnosed', 'open', 'dormant', 'closed'],
  in_delivery: ['plan_agreed', 'diagnosed', 'open', 'dormant', 'closed'],
  dormant: ['open', 'diagnosed', 'plan_agreed', 'in_delivery', 'closed'],
  closed: ['open'],
} as const satisfies Record<CaseStatus, readonly CaseStatus[]>

export const CASE_STATUS_NAMES: Readonly<Record<CaseStatus, string>> = {
  open: 'Open',
  diagnosed: 'Diagnosed',
  plan_agreed: 'Plan agreed',
  in_delivery: 'In delivery',
  dormant: 'Dormant',
  closed: 'Closed',
}

/** The statuses that a case may be given next, in the order in which a screen offers them. */
export function movesFrom(status: CaseStatus): readonly CaseStatus[] {
  return MOVES[status]
}

/** @throws Problem 'invalid' where the move is not in the table */
export function mustMayMove(from: CaseStatus, to: CaseStatus): void {
  if (!movesFrom(from).includes(to))
    throw new Problem(
      'invalid',
      `A case that is ${CASE_STATUS_NAMES[from].toLowerCase()} cannot become ${CASE_STATUS_NAMES[to].toLowerCase()}: ${MOVES[from].length === 1 ? 'open it again first' : 'choose another status'}`,
      'status',
    )
}

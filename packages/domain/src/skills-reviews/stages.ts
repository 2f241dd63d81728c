import type { Day } from '../day.ts'
import { Problem } from '../problem.ts'
import type { DeclineReason } from './decline-reasons.ts'
import type { SKILLS_REVIEW_STATUSES } from './skills-reviews-file.ts'

/**
 * The life of a skills review. A business is identified by standing on a call list; the record begins with the offer. An
 * offer after a declined, unanswered or closed one is a new record, so that each has one `offered_on` and keeps it.
 */
export type ReviewStatus = (typeof SKILLS_REVIEW_STATUSES)[number]

/** What moves write besides the status; a room that records more adds it here. */
type Written = {
  answered_on: Day
  decline_reason: DeclineReason
  broker_id: string
  booked_on: Day
  slot_start: Date
  slot_end: Date
  held_on: Day
  plan_agreed_on: Day
  uptake_on: Day
}
type Fact = keyof Written

type Rule = {
  /** What the button says. */
  says: string
  from: readonly ReviewStatus[]
  to: ReviewStatus
  /** What whoever makes the move tells, or the server works out. */
  sets?: readonly Fact[]
  /** What no longer holds after it. */
  clears?: readonly Fact[]
  /** What the record must say already. */
  needs?: readonly Fact[]
  /** Puts a slip right, and is not offered as the way forward. */
  corrects?: true
}

/**
 * One move a paragraph, each for those who may `review:work`. Whoever names a time has accepted; cancelling frees the
 * slot and keeps the offer.
 */
const MOVES = {
  accept: {
    says: 'Accepted',
    from: ['offered', 'no_response', 'declined'],
    to: 'accepted',
    sets: ['answered_on'],
    clears: ['decline_reason'],
  },
  decline: {
    says: 'Declined',
    from: ['offered', 'no_response', 'accepted'],
    to: 'declined',
    sets: ['answered_on', 'decline_reason'],
  },
  give_up: { says: 'No response', from: ['offered', 'accepted'], to: 'no_response', clears: ['answered_on'] },
  book: {
    says: 'Book',
    from: ['accepted', 'offered', 'no_response', 'declined', 'cancelled', 'no_show'],
    to: 'booked',
    sets: ['booked_on', 'slot_start', 'slot_end', 'broker_id'],
    clears: ['decline_reason'],
  },
  reschedule: {
    says: 'Change the time',
    from: ['booked'],
    to: 'booked',
    sets: ['slot_start', 'slot_end', 'broker_id'],
  },
  cancel: { says: 'Cancelled', from: ['booked'], to: 'cancelled' },
  miss: { says: 'No-show', from: ['booked'], to: 'no_show' },
  hold: { says: 'Held', from: ['booked', 'accepted', 'cancelled', 'no_show'], to: 'held', sets: ['held_on'] },
  issue_report: { says: 'Report issued', from: ['held'], to: 'report_issued', needs: ['held_on'] },
  agree_plan: {
    says: 'Plan agreed',
    from: ['held', 'report_issued'],
    to: 'plan_agreed',
    sets: ['plan_agreed_on'],
    needs: ['held_on'],
  },
  record_uptake: {
    says: 'Uptake recorded',
    from: ['plan_agreed'],
    to: 'uptake_recorded',
    sets: ['uptake_on'],
    needs: ['plan_agreed_on'],
  },
  close: {
    says: 'Close',
    from: ['cancelled', 'no_show', 'held', 'report_issued', 'plan_agreed', 'uptake_recorded'],
    to: 'closed',
  },

  take_answer_back: {
    says: 'No answer yet',
    from: ['accepted', 'declined', 'no_response'],
    to: 'offered',
    clears: ['answered_on', 'decline_reason'],
    corrects: true,
  },
  take_booking_back: {
    says: 'Not booked after all',
    from: ['booked'],
    to: 'accepted',
    clears: ['booked_on', 'slot_start', 'slot_end'],
    corrects: true,
  },
  restore_booking: {
    says: 'Still booked',
    from: ['cancelled', 'no_show'],
    to: 'booked',
    needs: ['slot_start'],
    corrects: true,
  },
  take_meeting_back: {
    says: 'Not held after all',
    from: ['held', 'report_issued'],
    to: 'accepted',
    clears: ['held_on', 'booked_on', 'slot_start', 'slot_end'],
    corrects: true,
  },
  take_report_back: { says: 'Report not issued yet', from: ['report_issued'], to: 'held', corrects: true },
  take_plan_back: {
    says: 'Plan not agreed yet',
    from: ['plan_agreed', 'uptake_recorded'],
    to: 'held',
    clears: ['plan_agreed_on', 'uptake_on'],
    needs: ['held_on'],
    corrects: true,
  },
  take_uptake_back: {
    says: 'No uptake yet',
    from: ['uptake_recorded'],
    to: 'plan_agreed',
    clears: ['uptake_on'],
    corrects: true,
  },
  reopen_plan: {
    says: 'Open again at the plan',
    from: ['closed'],
    to: 'plan_agreed',
    needs: ['plan_agreed_on'],
    corrects: true,
  },
  reopen_review: {
    says: 'Open again at the review',
    from: ['closed'],
    to: 'held',
    clears: ['plan_agreed_on', 'uptake_on'],
    needs: ['held_on'],
    corrects: true,
  },
  reopen_offer: {
    says: 'Open again at the offer',
    from: ['closed'],
    to: 'accepted',
    clears: ['held_on', 'booked_on', 'slot_start', 'slot_end', 'plan_agreed_on', 'uptake_on'],
    corrects: true,
  },
} as const satisfies Record<string, Rule>

export type ReviewMove = keyof typeof MOVES
type Named<M extends ReviewMove, Part extends 'sets' | 'clears'> =
  (typeof MOVES)[M] extends Record<Part, readonly (infer F)[]> ? F & Fact : never

export const REVIEW_MOVES = Object.keys(MOVES) as ReviewMove[]

/** What a record says of itself: its status, and the facts that some moves need. */
export type ReviewStanding = { status: ReviewStatus } & { [F in Fact]?: unknown }

export const reviewRule = (move: ReviewMove): Rule => MOVES[move]

/** The moves that a review may make from where it stands, the way forward first, corrections after it. */
export function movesFrom(review: ReviewStanding): readonly ReviewMove[] {
  return REVIEW_MOVES.filter((move) => refusalOf(move, review) === undefined)
}

/** Why a review may not make a move, as a sentence; undefined where it may. */
function refusalOf(move: ReviewMove, review: ReviewStanding): string | undefined {
  const { from, to, needs = [] } = reviewRule(move)
  if (!from.includes(review.status))
    return `A skills review that is ${REVIEW_STATUS_NAMES[review.status].toLowerCase()} cannot become ${REVIEW_STATUS_NAMES[to].toLowerCase()}: reload the page to see where it stands`
  const missing = needs.find((fact) => review[fact] === undefined || review[fact] === null)
  return missing === undefined ? undefined : `The skills review does not say ${FACT_NAMES[missing]}: record that first`
}

/**
 * What a move writes on the record: the new status, what whoever makes it tells, and nothing where something no longer
 * holds. @throws Problem 'invalid' where the move is not in the table
 */
export function afterMove<M extends ReviewMove>(
  move: M,
  review: ReviewStanding,
  told: Pick<Written, Named<M, 'sets'>>,
): { status: ReviewStatus } & Pick<Written, Named<M, 'sets'>> & Record<Named<M, 'clears'>, null> {
  const refusal = refusalOf(move, review)
  if (refusal !== undefined) throw new Problem('invalid', refusal, 'status')
  const { to, clears = [] } = reviewRule(move)
  const cleared = Object.fromEntries(clears.map((fact) => [fact, null])) as Record<Named<M, 'clears'>, null>
  return { status: to, ...told, ...cleared }
}

const FACT_NAMES: Readonly<Record<Fact, string>> = {
  answered_on: 'when the business answered',
  decline_reason: 'why it was declined',
  broker_id: 'who the broker is',
  booked_on: 'when it was booked',
  slot_start: 'when it begins',
  slot_end: 'when it ends',
  held_on: 'when it was held',
  plan_agreed_on: 'when the plan was agreed',
  uptake_on: 'when training was taken up',
}

export const REVIEW_STATUS_NAMES: Readonly<Record<ReviewStatus, string>> = {
  offered: 'Offered',
  declined: 'Declined',
  no_response: 'No response',
  accepted: 'Accepted',
  booked: 'Booked',
  cancelled: 'Cancelled',
  no_show: 'No-show',
  held: 'Held',
  report_issued: 'Report issued',
  plan_agreed: 'Plan agreed',
  uptake_recorded: 'Uptake recorded',
  closed: 'Closed',
}

import type { ReviewStatus } from './stages.ts'

/** How far a review came, in order. The next step is a part of the one before. */
export const REVIEW_STEPS = ['offered', 'accepted', 'booked', 'held', 'plan', 'uptake'] as const
export type ReviewStep = (typeof REVIEW_STEPS)[number]

/** Days on the record that tell, whatever its status says now, that a step was reached. */
type Dated = 'booked_on' | 'held_on' | 'plan_agreed_on' | 'uptake_on'

type Step = {
  says: string
  /** `undefined`: every review was offered. */
  reached_by?: { statuses: readonly ReviewStatus[]; days: readonly Dated[] }
  /**
   * Where those are who came so far and no further. The last of them takes every review that no other names, so that
   * the numbers beside a step add up to those that it lost.
   */
  stayed: Readonly<Record<string, Stayed>>
}
type Stayed = {
  says: string
  statuses?: readonly ReviewStatus[]
  /** Of those booked: the slot is over, or is not. */
  slot?: 'over' | 'to_come'
  /** It may still go on from here. */
  open?: true
}

const TAKEN_UP = ['uptake_recorded'] as const
const PLANNED = ['plan_agreed', ...TAKEN_UP] as const
const HELD = ['held', 'report_issued', ...PLANNED] as const
const BOOKED = ['booked', 'cancelled', 'no_show', ...HELD] as const

export const FUNNEL = {
  offered: {
    says: 'Offered',
    stayed: {
      waiting: { says: 'Waiting for an answer', statuses: ['offered'], open: true },
      declined: { says: 'Declined', statuses: ['declined'] },
      no_response: { says: 'No response', statuses: ['no_response'] },
      closed_offer: { says: 'Closed' },
    },
  },
  accepted: {
    says: 'Accepted',
    reached_by: { statuses: ['accepted', ...BOOKED], days: ['booked_on', 'held_on', 'plan_agreed_on', 'uptake_on'] },
    stayed: {
      to_book: { says: 'To be booked', statuses: ['accepted'], open: true },
      closed_accepted: { says: 'Ended before booking' },
    },
  },
  booked: {
    says: 'Booked',
    reached_by: { statuses: BOOKED, days: ['booked_on', 'held_on', 'plan_agreed_on', 'uptake_on'] },
    stayed: {
      to_come: { says: 'Still to come', statuses: ['booked'], slot: 'to_come', open: true },
      to_mark: { says: 'Over, not marked', statuses: ['booked'], slot: 'over', open: true },
      cancelled: { says: 'Cancelled', statuses: ['cancelled'] },
      no_show: { says: 'No-show', statuses: ['no_show'] },
      closed_booked: { says: 'Closed' },
    },
  },
  held: {
    says: 'Held',
    reached_by: { statuses: HELD, days: ['held_on', 'plan_agreed_on', 'uptake_on'] },
    stayed: {
      to_plan: { says: 'Plan to be agreed', statuses: ['held', 'report_issued'], open: true },
      closed_held: { says: 'Closed without a plan' },
    },
  },
  plan: {
    says: 'Plan agreed',
    reached_by: { statuses: PLANNED, days: ['plan_agreed_on', 'uptake_on'] },
    stayed: {
      to_take_up: { says: 'Nothing taken up yet', statuses: ['plan_agreed'], open: true },
      closed_planned: { says: 'Closed without uptake' },
    },
  },
  uptake: { says: 'Training taken up', reached_by: { statuses: TAKEN_UP, days: ['uptake_on'] }, stayed: {} },
} as const satisfies Record<ReviewStep, Step>

type StayedAt = { [S in ReviewStep]: keyof (typeof FUNNEL)[S]['stayed'] }[ReviewStep]
/** A number of the funnel: a step, or one of the places where those are who came no further. */
export type FunnelPlace = ReviewStep | StayedAt

/** One step with the places beside it, as a list is asked for them. */
export type FunnelStep = {
  step: ReviewStep
  says: string
  reached_by: Step['reached_by']
  stayed: (Stayed & { place: StayedAt })[]
}

export const FUNNEL_STEPS: readonly FunnelStep[] = REVIEW_STEPS.map((step) => {
  const { says, stayed, ...rest }: Step = FUNNEL[step]
  return {
    step,
    says,
    reached_by: rest.reached_by,
    stayed: Object.entries(stayed).map(([place, one]) => ({ ...one, place: place as StayedAt })),
  }
})

export const FUNNEL_PLACES: readonly FunnelPlace[] = FUNNEL_STEPS.flatMap(({ step, stayed }) => [
  step,
  ...stayed.map(({ place }) => place),
])

/** What a number of the funnel is called: `Booked`, `No-show`. */
export const FUNNEL_NAMES = Object.fromEntries(
  FUNNEL_STEPS.flatMap(({ step, says, stayed }) => [[step, says], ...stayed.map((one) => [one.place, one.says])]),
) as Readonly<Record<FunnelPlace, string>>

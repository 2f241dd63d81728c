import { type Day, isBetween } from '../day.ts'
import { showMoney } from '../money.ts'
import { firstDay, yearOf, yearsBack } from '../years/year.ts'
import type { GRANT_STATUSES, SUBSIDY_REGIMES } from './grants-file.ts'

type Regime = (typeof SUBSIDY_REGIMES)[number]
type Status = (typeof GRANT_STATUSES)[number]

/** £315,000, in pence: what an enterprise may have. Source: Subsidy Control Act 2022, section 36(1). */
export const MOST_ASSISTANCE_PENCE = 31_500_000

/** Regimes whose awards add up. Earlier small aid counts too: the Act's section 36(4), and the statutory guidance. */
export const CUMULATING_REGIMES = ['mfa', 'spei', 'de_minimis', 'small_amount'] as const satisfies readonly Regime[]

/** Awards that were not given, or were taken back. */
export const NEVER_GIVEN = ['rejected', 'withdrawn', 'recovered'] as const satisfies readonly Status[]

export type Award = {
  reference: string
  scheme: string
  regime: Regime
  status: Status
  amount_pence: number
  /** Given on the day on which the offer is accepted. */
  accepted_on: Day | null
}

export type Assistance = {
  /** The first day that counts: 1 April, two financial years before that of the day asked of. No rolling 36 months. */
  from: Day
  counted: readonly Award[]
  /** In pence. */
  had: number
  /** In pence; less than nothing where the limit is already passed. */
  left: number
}

/** What an enterprise had of minimal financial assistance by a day: in that financial year so far, and the two before. */
export function assistanceBy(day: Day, awards: readonly Award[]): Assistance {
  const [first = yearOf(day)] = yearsBack(yearOf(day), 3).toReversed()
  const from = firstDay(first)
  const counted = awards.filter(
    ({ regime, status, accepted_on }) =>
      CUMULATING_REGIMES.some((each) => each === regime) &&
      !NEVER_GIVEN.some((each) => each === status) &&
      accepted_on !== null &&
      isBetween(accepted_on, { from, to: day }),
  )
  const had = counted.reduce((sum, { amount_pence }) => sum + amount_pence, 0)
  return { from, counted, had, left: MOST_ASSISTANCE_PENCE - had }
}

/** Whether a further award fits, as a sentence. An award that comes to exactly the limit does: the law says "does not exceed". */
export function withFurther({ had, left }: Assistance, pence: number): { fits: boolean; words: string } {
  const sum = `${showMoney(had + pence)} of ${showMoney(MOST_ASSISTANCE_PENCE)}`
  return pence <= left
    ? { fits: true, words: `It would make ${sum}: it fits, with ${showMoney(left - pence)} left.` }
    : {
        fits: false,
        words: `It would make ${sum}: ${showMoney(pence - left)} too much. Offer less, or use another regime.`,
      }
}

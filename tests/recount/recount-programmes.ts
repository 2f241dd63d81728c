import { type Fraction, dividedBy, fractionOf, least } from './exact.ts'
import type { Row } from './read-bundle.ts'
import {
  type Session,
  GONE,
  assistedBy,
  beforeTrading,
  businesses,
  byUnit,
  first,
  isNew,
  isOf,
  isSmall,
  leastOf,
  outputsOf,
  paid,
  people,
  programmesOf,
  reachedOn,
  support,
  supportedIn,
  within,
} from './programme-support.ts'
import type { Unit, View } from './view.ts'

/**
 * A second count of what is reported for each programme, with plain loops over the rows. Outputs run on through a
 * programme, whatever the year: a unit counts once for each programme, in the year in which it first qualifies.
 */

type Outputs = Readonly<Record<string, (view: View) => Unit[]>>

/** Units that first qualified on a day of the year, each for its programme. */
const fell = (view: View, programme: Row, units: Iterable<readonly [Unit, string | undefined]>): Unit[] =>
  [...units].filter(([, on]) => view.falls(on)).map(([unit]) => within(unit, programme['name'] ?? ''))

const assisted =
  (output: 'c1' | 'c2' | 'c4' | 'p13', { onlyNew = false } = {}) =>
  (view: View): Unit[] =>
    programmesOf(view, 'erdf').flatMap((programme) =>
      fell(
        view,
        programme,
        [...assistedBy(view, programme)]
          .filter(([unit, had]) => !onlyNew || isNew(view, unit, had))
          .map(([unit, had]) => [unit, outputsOf(had)[output]] as const),
      ),
    )

/** Units with a record of their own, by the first of its days. */
const withFirst = (view: View, programme: Row, days: Map<Unit, string[]>, isOne: (unit: Unit) => boolean): Unit[] =>
  fell(
    view,
    programme,
    [...days].filter(([unit]) => isOne(unit)).map(([unit, on]) => [unit, first(on)] as const),
  )

const launched =
  (kinds: readonly string[]) =>
  (view: View): Unit[] =>
    programmesOf(view, 'erdf').flatMap((programme) => {
      const rows = view
        .rows('outcomes')
        .filter((row) => isOf(programme, row) && kinds.includes(row['kind'] ?? '') && row['state'] === 'verified')
      const days = byUnit(
        businesses(view),
        rows.map((row) => ({ row, fact: row['occurred_on'] ?? '' })),
      )
      return withFirst(view, programme, days, (unit) => isSmall(view, unit))
    })

const reaching =
  (
    framework: string,
    had: (view: View, programme: Row) => Map<Unit, Session[]>,
    { limit, isOne }: { limit: (programme: Row) => number; isOne: (view: View, unit: Unit) => boolean },
  ) =>
  (view: View): Unit[] =>
    programmesOf(view, framework).flatMap((programme) =>
      fell(
        view,
        programme,
        [...had(view, programme)]
          .filter(([unit]) => isOne(view, unit))
          .map(([unit, sessions]) => [unit, reachedOn(sessions, limit(programme))] as const),
      ),
    )

const inArea = (view: View, unit: Unit) => view.businessInArea(unit)
const personInArea = (view: View, unit: Unit) => view.personInArea(unit)

const isClaimed = (view: View, row: Row): boolean =>
  ['claimed', 'evidenced', 'verified'].includes(row['state'] ?? '') && view.evidence(row) >= 2

const newProducts = (view: View): Unit[] =>
  programmesOf(view, 'ukspf').flatMap((programme) => {
    const rows = view
      .rows('outcomes')
      .filter((row) => isOf(programme, row) && row['kind'] === 'new_product_to_firm' && isClaimed(view, row))
    const days = byUnit(
      businesses(view),
      rows.map((row) => ({ row, fact: row['occurred_on'] ?? '' })),
    )
    return withFirst(view, programme, days, view.businessInArea)
  })

const granted = (view: View): Unit[] =>
  programmesOf(view, 'ukspf').flatMap((programme) => {
    const days = byUnit(
      businesses(view),
      paid(view, programme).map((row) => ({ row, fact: row['paid_on'] ?? '' })),
    )
    return withFirst(view, programme, days, view.businessInArea)
  })

/** People who completed a course after support in the programme, whatever proof there is of that support. */
const qualified = (view: View): Unit[] =>
  programmesOf(view, 'ukspf').flatMap((programme) => {
    const helped = byUnit(people(view), support(view, programme, { evidence: 0, events: true }))
    const completed = view.rows('participations').filter((row) => {
      const by = row['completed_on'] ?? ''
      const before = helped.get(view.person(row['person_reference'])) ?? []
      return by !== '' && view.evidence(row) >= 2 && before.some(({ on }) => on <= by)
    })
    const days = byUnit(
      people(view),
      completed.map((row) => ({ row, fact: row['completed_on'] ?? '' })),
    )
    return withFirst(view, programme, days, view.personInArea)
  })

/** Every output that counts units, by its key. */
export const PROGRAMME_UNITS: Outputs = {
  'erdf.c1': assisted('c1'),
  'erdf.c2': assisted('c2'),
  'erdf.c4': assisted('c4'),
  'erdf.c5': assisted('c1', { onlyNew: true }),
  'erdf.c28': launched(['new_product_to_market']),
  'erdf.c29': launched(['new_product_to_firm', 'new_product_to_market']),
  'erdf.p11': reaching('erdf', (view, programme) => beforeTrading(view, programme, 3), {
    limit: () => 720,
    isOne: personInArea,
  }),
  'erdf.p13': assisted('p13'),
  'ukspf.business_nonfinancial': reaching('ukspf', supportedIn, { limit: leastOf, isOne: inArea }),
  'ukspf.business_grants': granted,
  'ukspf.enterprise_ready': reaching('ukspf', (view, programme) => beforeTrading(view, programme, 2), {
    limit: leastOf,
    isOne: personInArea,
  }),
  'ukspf.new_to_firm_products': newProducts,
  'ukspf.people_qualified': qualified,
}

type Summed = { reference: string; amount: Fraction }

const outcomesOf = (view: View, framework: string, kind: string): { row: Row; programme: Row }[] =>
  programmesOf(view, framework).flatMap((programme) =>
    view
      .rows('outcomes')
      .filter((row) => isOf(programme, row) && row['kind'] === kind && view.falls(row['occurred_on']))
      .map((row) => ({ row, programme })),
  )

const summed = (row: Row, amount: Fraction): Summed => ({ reference: row['reference'] ?? '', amount })
/** A post that is to last: blank is taken as permanent. */
const lasts = (row: Row) => !row['expected_months'] || Number(row['expected_months']) >= 12
const share = (hours: string | undefined, week: string): Fraction =>
  least(fractionOf('1'), dividedBy(fractionOf(hours || '0'), fractionOf(week)))

/** Every output that adds up, by its key. */
export const PROGRAMME_SUMS: Readonly<Record<string, (view: View) => Summed[]>> = {
  'erdf.c6': (view) =>
    outcomesOf(view, 'erdf', 'investment_private')
      .filter(({ row, programme }) => {
        const business = view.business(row['business_reference'])
        const given = view
          .rows('grants')
          .filter((grant) => isOf(programme, grant) && grant['accepted_on'] && !GONE.includes(grant['status'] ?? ''))
        return (
          row['state'] === 'verified' && given.some((grant) => view.business(grant['business_reference']) === business)
        )
      })
      .map(({ row }) => summed(row, fractionOf(row['amount_gbp'] ?? '0'))),
  'erdf.c8': (view) =>
    outcomesOf(view, 'erdf', 'job_created')
      .filter(({ row }) => row['state'] === 'verified' && lasts(row))
      .map(({ row }) => summed(row, share(row['hours_per_week'], '30'))),
  'ukspf.jobs_created': (view) =>
    outcomesOf(view, 'ukspf', 'job_created')
      .filter(({ row }) => isClaimed(view, row) && lasts(row))
      .map(({ row }) => summed(row, share(row['hours_per_week'], row['full_time_week'] || '37.5'))),
}

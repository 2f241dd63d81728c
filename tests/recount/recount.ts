import { NOTHING, type Fraction, dividedBy, fractionOf, least, plus, twoDecimals } from './exact.ts'
import { firstContacts } from './first-contacts.ts'
import { isReported, within } from './programme-support.ts'
import type { Bundle, Row } from './read-bundle.ts'
import { PROGRAMME_SUMS, PROGRAMME_UNITS } from './recount-programmes.ts'
import { type Unit, type View, minutesOf, viewOf } from './view.ts'

/**
 * A second count of every figure of the headline pack, with plain loops over the rows of a bundle. It shares no code with
 * the product, so that the two can be held against each other.
 */

export type Rules = {
  /** The district of a postcode, where the sender left `district_code` blank. Without it such a place is unknown, and counts. */
  districtOf?: (postcode: string) => string | undefined
}

const SUPPORT_GIVEN = ['answered', 'signposted', 'case_opened', 'referred']
const ONE_TO_ONE = ['advice_session', 'diagnostic_meeting', 'mentoring', 'account_management']
const STEPS_OF_BUILDING = ['start_on_site', 'practical_completion', 'operational']

function supported(view: View): Unit[] {
  const units: Unit[] = []
  const add = (row: Row) => units.push(view.business(row['business_reference']))
  for (const row of view.interactions) if (view.said(row)) add(row)
  for (const row of view.diagnostics) if (view.said(row)) add(row)
  for (const row of view.rows('referrals')) if (view.falls(row['made_on']) && row['status'] !== 'withdrawn') add(row)
  for (const { row } of view.attended) if (view.said(row)) add(row)
  for (const row of view.rows('grants'))
    if (view.falls(row['accepted_on']) && row['status'] !== 'withdrawn' && row['status'] !== 'recovered') add(row)
  for (const row of view.rows('skills_reviews')) if (view.falls(row['held_on']) && view.said(row)) add(row)
  for (const row of view.rows('enquiries'))
    if (view.falls(row['closed_on']) && SUPPORT_GIVEN.includes(row['status'] ?? '')) add(row)
  for (const row of view.rows('partner_support')) if (view.falls(row['supported_on']) && view.said(row)) add(row)
  return units.filter(view.businessInArea)
}

function helpedToStart(view: View): Unit[] {
  const units: Unit[] = []
  const add = (row: Row, on: string) => {
    const person = view.person(row['person_reference'])
    const trading_since = view.personRow(person)?.['trading_since'] ?? ''
    if (view.said(row) && (trading_since === '' || trading_since > on)) units.push(person)
  }
  for (const row of view.interactions) if (row['start_up_support'] === 'yes') add(row, row['occurred_on'] ?? '')
  for (const row of view.diagnostics) if (row['start_up_support'] === 'yes') add(row, row['completed_on'] ?? '')
  for (const { row, event } of view.attended) if (event['start_up_support'] === 'yes') add(row, event['held_on'] ?? '')
  return units.filter(view.personInArea)
}

function answered(view: View, family: string): Row[] {
  const surveys = new Set(
    view
      .rows('surveys')
      .filter((row) => row['family'] === family)
      .map((row) => row['reference']),
  )
  const answers = view.rows('survey_responses').filter((row) => surveys.has(row['survey_reference']))
  return answers.filter((row) => row['valid'] === 'yes' && view.falls(row['submitted_on']))
}

function engaged(view: View, family: string): Unit[] {
  const answers = answered(view, family)
  const named = answers.filter((row) => row['business_reference'])
  return [
    ...named.map((row) => view.business(row['business_reference'])).filter(view.businessInArea),
    ...answers.filter((row) => !row['business_reference']).map((row) => `answer ${row['reference']}`),
  ]
}

function started(view: View): Unit[] {
  const first = new Map<Unit, string>()
  for (const row of view.rows('outcomes')) {
    if (row['kind'] !== 'business_started' || view.evidence(row) < 2) continue
    const business = view.business(row['business_reference'])
    const on = row['occurred_on'] ?? ''
    if (business && on < (first.get(business) ?? '9999')) first.set(business, on)
  }
  return [...first].filter(([, on]) => view.falls(on)).map(([business]) => business)
}

/** The businesses of a band by the minutes and diagnostics of the year. */
function inBand(view: View, band: 'light' | 'medium' | 'high'): Unit[] {
  const diagnosed = new Set(view.diagnostics.map((row) => view.business(row['business_reference'])))
  const minutes = minutesOf(view)
  return [...new Set([...minutes.keys(), ...diagnosed])].filter(view.businessInArea).filter((business) => {
    const many = minutes.get(business) ?? 0
    if (many >= 720) return band === 'high'
    if (many >= 180 || diagnosed.has(business)) return band === 'medium'
    return band === 'light' && many > 0
  })
}

const ofClient = (view: View, rows: readonly Row[], day: string): Unit[] =>
  rows.filter((row) => view.falls(row[day])).map((row) => view.business(row['business_reference']))

const referred = (view: View) =>
  ofClient(
    view,
    view.rows('referrals').filter((row) => row['status'] !== 'withdrawn'),
    'made_on',
  )

/** Businesses of which an adviser said in the year that they may scale up, and that had medium or high support in it. */
function promising(view: View): Unit[] {
  const helped = new Set([...inBand(view, 'medium'), ...inBand(view, 'high')])
  return ofClient(view, view.rows('business_flags'), 'flagged_on').filter((business) => helped.has(business))
}

/** People on bootcamps that reached a milestone in the year, each once for each course. */
function onBootcamps(view: View, milestone: string, isEnough: (row: Row) => boolean): Unit[] {
  const courses = new Map(view.rows('courses').map((row) => [row['reference'], row]))
  return view
    .rows('participations')
    .filter((row) => view.falls(row[milestone]) && isEnough(row))
    .flatMap((row) => {
      const course = courses.get(row['course_reference'])
      return course?.['kind'] === 'bootcamp'
        ? [within(view.person(row['person_reference']), course['title'] ?? '')]
        : []
    })
}

/** Bundles carry no judgements and no milestones: a hub that has just moved in has none of these. */
export const IN_NO_BUNDLE: readonly string[] = [
  'gh.scaleup_potential',
  'skills.bootcamp_starts',
  'skills.bootcamp_outcomes',
]

const UNITS: Readonly<Record<string, (view: View) => Unit[]>> = {
  'lep.businesses_supported': supported,
  'lep.individuals_helped_to_start': helpedToStart,
  'lep.skills_reviews_offered': (view) =>
    ofClient(view, view.rows('skills_reviews'), 'offered_on').filter(view.businessInArea),
  'lep.individuals_upskilled': (view) =>
    view
      .rows('participations')
      .filter((row) => view.falls(row['qualifying_start_on']) && view.evidence(row) >= 2)
      .map((row) => view.person(row['person_reference'])),
  'lep.sitrep_businesses': (view) => engaged(view, 'sitrep'),
  'lep.skills_for_growth_businesses': (view) => engaged(view, 'skills_for_growth'),
  'lep.capital_projects_progressed': (view) =>
    view
      .rows('capital_milestones')
      .filter((row) => view.falls(row['actual_on']) && STEPS_OF_BUILDING.includes(row['milestone'] ?? ''))
      .map((row) => row['capital_project_reference'] ?? ''),
  'lep.businesses_started': started,
  'gh.light': (view) => inBand(view, 'light'),
  'gh.medium': (view) => inBand(view, 'medium'),
  'gh.high': (view) => inBand(view, 'high'),
  'gh.individuals_start': helpedToStart,
  'gh.scaleup_potential': promising,
  'skills.bootcamp_starts': (view) => onBootcamps(view, 'milestone_1_on', (row) => view.evidence(row) >= 2),
  'skills.bootcamp_outcomes': (view) =>
    onBootcamps(
      view,
      'milestone_3_on',
      (row) => view.evidence(row) >= 3 && !!row['milestone_1_on'] && !!row['milestone_2_on'],
    ),
  'gh.referred_any': referred,
  'gh.referred_by_category': referred,
  'local.initial_contacts': firstContacts,
  'local.referrals_moved_on': (view) =>
    view
      .rows('referrals')
      .filter((row) => view.falls(row['accepted_on']))
      .map((row) => row['reference'] ?? ''),
  'local.one_to_one': (view) =>
    ofClient(
      view,
      view.interactions.filter((row) => ONE_TO_ONE.includes(row['kind'] ?? '')),
      'occurred_on',
    ),
  'local.event_businesses': (view) => view.attended.map(({ row }) => view.business(row['business_reference'])),
  'skills.reviews_held': (view) => ofClient(view, view.rows('skills_reviews'), 'held_on'),
  'skills.plans_agreed': (view) => ofClient(view, view.rows('skills_reviews'), 'plan_agreed_on'),
}

type Summed = { reference: string; amount: Fraction }

function outcomes(view: View, kind: string): Row[] {
  const ours = view.rows('outcomes').filter((row) => row['kind'] === kind && view.falls(row['occurred_on']))
  return ours.filter((row) => row['state'] === 'verified' && row['is_primary'] === 'yes')
}

const summed = (row: Row, amount: Fraction): Summed => ({ reference: row['reference'] ?? '', amount })

const SUMS: Readonly<Record<string, (view: View) => Summed[]>> = {
  'lep.jobs_created': (view) =>
    outcomes(view, 'job_created')
      .filter((row) => !row['expected_months'] || Number(row['expected_months']) >= 12)
      .map((row) =>
        summed(row, dividedBy(least(fractionOf(row['hours_per_week'] ?? '0'), fractionOf('30')), fractionOf('30'))),
      ),
  'lep.jobs_safeguarded': (view) =>
    outcomes(view, 'job_safeguarded')
      .filter((row) => row['at_risk_noted_on'] && row['at_risk_noted_on'] < (row['occurred_on'] ?? ''))
      .map((row) =>
        summed(
          row,
          least(
            fractionOf('1'),
            dividedBy(fractionOf(row['hours_per_week'] || '0'), fractionOf(row['full_time_week'] || '37.5')),
          ),
        ),
      ),
  'lep.private_investment_leveraged': (view) => [
    ...outcomes(view, 'investment_private').map((row) => summed(row, fractionOf(row['amount_gbp'] ?? '0'))),
    ...view
      .rows('capital_funding')
      .filter(
        (row) =>
          row['source'] === 'private' &&
          row['state'] === 'defrayed' &&
          row['verified_on'] &&
          view.falls(row['defrayed_on']),
      )
      .map((row) => summed(row, fractionOf(row['amount_gbp'] ?? '0'))),
  ],
}

const SATISFACTION = 'gh.satisfaction'
const scores = (view: View): Row[] => answered(view, 'satisfaction').filter((row) => row['score'])

/** Every key that needs no programme. */
export const KEYS: readonly string[] = [...Object.keys(UNITS), ...Object.keys(SUMS), SATISFACTION].toSorted()

const unitsBy = (view: View) => ({ ...UNITS, ...onlyCounted(view, PROGRAMME_UNITS) })
const sumsBy = (view: View) => ({ ...SUMS, ...onlyCounted(view, PROGRAMME_SUMS) })

/** The outputs of the frameworks of which a hub has a programme: others are nothing that it reports. */
const onlyCounted = <T>(view: View, outputs: Readonly<Record<string, T>>): Record<string, T> =>
  Object.fromEntries(Object.entries(outputs).filter(([key]) => isReported(view, key.split('.')[0] ?? '')))

const distinct = (units: readonly Unit[]): Unit[] => [...new Set(units)].filter((unit) => unit !== '').toSorted()

/**
 * The references of what a figure counts: businesses, people, projects or referrals; for a sum or a mean the records
 * added up. Where a unit counts once for each course or programme, its name follows in brackets. An answer without a name stands under the reference of the answer.
 */
export function unitsOf(bundle: Bundle, year: string, key: string, rules: Rules = {}): string[] {
  const view = viewOf(bundle, year, rules.districtOf)
  const units = unitsBy(view)[key]
  if (units)
    return distinct(units(view))
      .map((unit) => unit.replace(/^answer /, ''))
      .toSorted()
  if (key === SATISFACTION)
    return scores(view)
      .map((row) => row['reference'] ?? '')
      .toSorted()
  return (sumsBy(view)[key]?.(view) ?? []).map(({ reference }) => reference).toSorted()
}

/** The value of every figure of a year, or of `only` some; a mean of nothing is left out. */
export function recount(
  bundle: Bundle,
  year: string,
  { districtOf, only }: Rules & { only?: readonly string[] } = {},
): Record<string, string> {
  const view = viewOf(bundle, year, districtOf)
  const isAsked = (key: string) => only === undefined || only.includes(key)
  const values: Record<string, string> = {}
  for (const [key, units] of Object.entries(unitsBy(view)))
    if (isAsked(key)) values[key] = String(distinct(units(view)).length)
  for (const [key, sum] of Object.entries(sumsBy(view)))
    if (isAsked(key))
      values[key] = twoDecimals(
        sum(view)
          .map(({ amount }) => amount)
          .reduce(plus, NOTHING),
      )
  const given = isAsked(SATISFACTION) ? scores(view) : []
  if (given.length > 0) {
    const sum = given.map((row) => fractionOf(row['score'] ?? '0')).reduce(plus, NOTHING)
    values[SATISFACTION] = twoDecimals(dividedBy(sum, fractionOf(String(given.length))))
  }
  return values
}

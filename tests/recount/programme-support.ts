import type { Row } from './read-bundle.ts'
import type { Unit, View } from './view.ts'

/** What clients had of a programme, and the day on which that reached an output of it. */

/** A unit for the programme that it counts for: `B-1 (Programme 1)`. */
export const within = (unit: Unit, group: string): Unit => (unit === '' ? '' : `${unit} (${group})`)

const VERSIONS: Readonly<Record<string, string>> = { erdf: '3', ukspf: '1' }
export const GONE = ['withdrawn', 'recovered']
const ABOVE_SME = 250

/** The programmes of a framework that pinned the version of its definitions which is counted here. */
export const programmesOf = (view: View, framework: string): Row[] =>
  view
    .rows('programmes')
    .filter((row) => row['framework'] === framework && row['definition_version'] === VERSIONS[framework])

export const isReported = (view: View, framework: string): boolean =>
  view.rows('programmes').some((row) => row['framework'] === framework)

export const isOf = (programme: Row, row: Row | undefined) => row?.['programme_reference'] === programme['reference']

function isInItsTime(programme: Row, day: string): boolean {
  const { starts_on = '', ends_on = '' } = programme
  return day !== '' && (starts_on === '' || day >= starts_on) && (ends_on === '' || day <= ends_on)
}

/** Minutes of support on a day; an event names itself, so that it is taken once. */
export type Session = { on: string; minutes: number; event?: string }

type Client = { column: 'business_reference' | 'person_reference'; unit: (reference: string | undefined) => Unit }
export const businesses = (view: View): Client => ({ column: 'business_reference', unit: view.business })
export const people = (view: View): Client => ({ column: 'person_reference', unit: view.person })

/** Rows by the unit of their client. */
export function byUnit<T>({ column, unit }: Client, rows: readonly { row: Row; fact: T }[]): Map<Unit, T[]> {
  const found = new Map<Unit, T[]>()
  for (const { row, fact } of rows) {
    const client = unit(row[column])
    if (client !== '') found.set(client, [...(found.get(client) ?? []), fact])
  }
  return found
}

/** Support of a programme that is proven well enough: meetings, and events where they are asked for. */
export function support(view: View, programme: Row, { evidence, events }: { evidence: number; events: boolean }) {
  const cases = new Map(view.rows('cases').map((row) => [row['reference'], row]))
  const met = view.countable
    .filter((row) => isOf(programme, row['programme_reference'] ? row : cases.get(row['case_reference'])))
    .map((row) => ({ row, fact: { on: row['occurred_on'] ?? '', minutes: Number(row['minutes']) } as Session }))
  const came = view.everAttended
    .filter(({ event }) => events && isOf(programme, event))
    .map(({ row, event }) => ({
      row,
      fact: { on: event['held_on'] ?? '', minutes: Number(event['minutes']), event: event['reference'] ?? '' },
    }))
  return [...met, ...came].filter(({ row }) => view.evidence(row) >= evidence)
}

/** The day on which running minutes reach a limit, each event taken once. */
export function reachedOn(sessions: readonly Session[], limit: number): string | undefined {
  const seen = new Set<string>()
  let total = 0
  for (const { on, minutes, event } of sessions.toSorted((one, other) => (one.on < other.on ? -1 : 1))) {
    if (event !== undefined && seen.has(event)) continue
    if (event !== undefined) seen.add(event)
    total += minutes
    if (total >= limit) return on
  }
  return undefined
}

export const first = (days: readonly string[]): string | undefined => days.toSorted()[0]
const earliest = (...days: (string | undefined)[]) => first(days.filter((day) => day !== undefined))
/** The last of some days, where all are there. */
const allBy = (...days: (string | undefined)[]): string | undefined =>
  days.some((day) => day === undefined) ? undefined : days.toSorted().at(-1)

/** What a business had of an ERDF programme that is verified, where it has a level. */
export type Assisted = { sessions: Session[]; diagnostics: string[]; referrals: string[]; grants: string[] }

/** On which day each output of support was reached. No minute counts for both P13 and C4: the first takes its own. */
export function outputsOf({ sessions, diagnostics, referrals, grants }: Assisted) {
  const alone = {
    c4: reachedOn(sessions, 720),
    p13: allBy(reachedOn(sessions, 180), first(diagnostics), first(referrals)),
  }
  const both = reachedOn(sessions, 900)
  const isP13First = alone.p13 !== undefined && (alone.c4 === undefined || alone.p13 <= alone.c4)
  const c4 = isP13First ? both : alone.c4
  const p13 = isP13First || alone.c4 === undefined ? alone.p13 : allBy(both, first(diagnostics), first(referrals))
  return { c1: earliest(c4, first(grants)), c2: first(grants), c4, p13 }
}

export function assistedBy(view: View, programme: Row): Map<Unit, Assisted> {
  const cases = new Map(view.rows('cases').map((row) => [row['reference'], row]))
  const client = businesses(view)
  const days = (rows: readonly Row[], day: string) =>
    byUnit(
      client,
      rows.map((row) => ({ row, fact: row[day] ?? '' })),
    )
  const sessions = byUnit(client, support(view, programme, { evidence: 3, events: false }))
  const diagnostics = days(
    view.rows('diagnostics').filter((row) => {
      const own = cases.get(row['case_reference'])?.['programme_reference'] ?? ''
      const isOurs = own === '' || own === programme['reference']
      return isOurs && isInItsTime(programme, row['completed_on'] ?? '') && view.evidence(row) >= 3
    }),
    'completed_on',
  )
  const referrals = days(
    view
      .rows('referrals')
      .filter((row) => row['status'] !== 'withdrawn' && isInItsTime(programme, row['made_on'] ?? '')),
    'made_on',
  )
  const grants = days(
    paid(view, programme).filter((row) => Number(row['amount_gbp']) >= 1000),
    'paid_on',
  )
  const units = new Set([...sessions.keys(), ...grants.keys()].filter((unit) => isSmall(view, unit)))
  return new Map(
    [...units].map((unit) => [
      unit,
      {
        sessions: sessions.get(unit) ?? [],
        diagnostics: diagnostics.get(unit) ?? [],
        referrals: referrals.get(unit) ?? [],
        grants: grants.get(unit) ?? [],
      },
    ]),
  )
}

export const paid = (view: View, programme: Row): Row[] =>
  view.rows('grants').filter((row) => isOf(programme, row) && row['paid_on'] && !GONE.includes(row['status'] ?? ''))

export function isSmall(view: View, unit: Unit): boolean {
  const employees = view.businessRow(unit)?.['employees_fte'] ?? ''
  return view.businessInArea(unit) && (employees === '' || Number(employees) < ABOVE_SME)
}

/** The same day twelve months before; of 29 February the 28th. */
function aYearBefore(day: string): string {
  const before = `${Number(day.slice(0, 4)) - 1}${day.slice(4)}`
  return before.endsWith('-02-29') ? before.replace(/29$/, '28') : before
}

export function isNew(view: View, unit: Unit, { sessions, grants }: Assisted): boolean {
  const row = view.businessRow(unit)
  const registered = row?.['incorporated_on'] || row?.['trading_since'] || ''
  const begun = first([...sessions.map(({ on }) => on), ...grants])
  return registered !== '' && begun !== undefined && registered > aYearBefore(begun)
}

/** Support of people who did not yet trade on its day. */
export function beforeTrading(view: View, programme: Row, evidence: number): Map<Unit, Session[]> {
  const client = people(view)
  const had = support(view, programme, { evidence, events: true }).filter(({ row, fact }) => {
    const since = view.personRow(client.unit(row['person_reference']))?.['trading_since'] ?? ''
    return since === '' || since > fact.on
  })
  return byUnit(client, had)
}

/** Support of businesses, whatever the lead authority asks of it. */
export const supportedIn = (view: View, programme: Row): Map<Unit, Session[]> =>
  byUnit(businesses(view), support(view, programme, { evidence: 2, events: true }))

/** The least support that the lead authority lets count. */
export const leastOf = (programme: Row): number => Number(programme['minimum_minutes'] || '1')

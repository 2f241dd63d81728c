import type { Bundle, Row } from './read-bundle.ts'

/** The reference of what is counted, at the end of its merge chain; '' where a record names none. */
export type Unit = string

type Attended = { row: Row; event: Row }

/** One year of a bundle, with the rules that every figure shares. Rows that were voided are not there. */
export type View = {
  rows: (file: string) => readonly Row[]
  /** Whether a day lies in the year, its first and last day included. */
  falls: (day: string | undefined) => boolean
  /** 0 none, 1 self_declared (or blank), 2 documented, 3 verified. */
  evidence: (row: Row) => number
  said: (row: Row) => boolean
  business: (reference: string | undefined) => Unit
  person: (reference: string | undefined) => Unit
  businessRow: (business: Unit) => Row | undefined
  personRow: (person: Unit) => Row | undefined
  businessInArea: (business: Unit) => boolean
  personInArea: (person: Unit) => boolean
  /** Countable interactions of every year, and of this one. */
  countable: readonly Row[]
  interactions: readonly Row[]
  /** Diagnostics completed in the year. */
  diagnostics: readonly Row[]
  /** Attendances of every year, and of this one, at events that were not cancelled, each with its event. */
  everAttended: readonly Attended[]
  attended: readonly Attended[]
}

const LEVELS = ['none', 'self_declared', 'documented', 'verified']
const NOT_SUPPORT = ['admin_note', 'attempted_contact', 'intelligence']

function clients(rows: readonly Row[], areas: readonly string[], districtOf: (postcode: string) => string | undefined) {
  const by_reference = new Map(rows.map((row) => [row['reference'] ?? '', row]))
  const end = (reference: string | undefined): Unit => {
    let at = reference ?? ''
    for (
      let into = by_reference.get(at)?.['merged_into_reference'];
      into;
      into = by_reference.get(at)?.['merged_into_reference']
    )
      at = into
    return at
  }
  const inArea = (unit: Unit): boolean => {
    const row = by_reference.get(unit)
    if (!row) return false
    const district = row['district_code'] || (row['postcode'] ? districtOf(row['postcode']) : undefined)
    return areas.length === 0 || !district || areas.includes(district)
  }
  return { by_reference, end, inArea }
}

/** A year of a bundle. */
export function viewOf(
  bundle: Bundle,
  year: string,
  districtOf: (postcode: string) => string | undefined = () => undefined,
): View {
  const start = Number(year.slice(0, 4))
  const from = `${start}-04-01`
  const to = `${start + 1}-03-31`
  const kept = new Map<string, readonly Row[]>()
  const rows = (file: string) => {
    const found = kept.get(file) ?? (bundle[file] ?? []).filter((row) => row['voided'] !== 'yes')
    kept.set(file, found)
    return found
  }
  const falls = (day: string | undefined) => day !== undefined && day >= from && day <= to
  const evidence = (row: Row) => LEVELS.indexOf(row['evidence_level'] || 'self_declared')
  const areas = (rows('hub')[0]?.['area_codes'] ?? '').split(/\s+/).filter((code) => code !== '')
  const businesses = clients(rows('businesses'), areas, districtOf)
  const people = clients(rows('people'), areas, districtOf)
  const events = new Map(rows('events').map((event) => [event['reference'], event]))
  const everAttended = rows('attendances').flatMap((row) => {
    const event = events.get(row['event_reference'])
    return event && row['status'] === 'attended' && event['status'] !== 'cancelled' ? [{ row, event }] : []
  })
  const countable = rows('interactions').filter(
    (row) => !NOT_SUPPORT.includes(row['kind'] ?? '') && Number(row['minutes']) >= 1,
  )
  return {
    rows,
    falls,
    evidence,
    said: (row) => evidence(row) >= 1,
    business: businesses.end,
    person: people.end,
    businessRow: (business) => businesses.by_reference.get(business),
    personRow: (person) => people.by_reference.get(person),
    businessInArea: businesses.inArea,
    personInArea: people.inArea,
    countable,
    interactions: countable.filter((row) => falls(row['occurred_on'])),
    diagnostics: rows('diagnostics').filter((row) => falls(row['completed_on'])),
    everAttended,
    attended: everAttended.filter(({ event }) => falls(event['held_on'])),
  }
}

/** Minutes of support of each business: its interactions, and each event once however many of its people came. */
export function minutesOf(view: View): Map<Unit, number> {
  const minutes = new Map<Unit, number>()
  const add = (business: Unit, many: number) => business && minutes.set(business, (minutes.get(business) ?? 0) + many)
  for (const row of view.interactions) add(view.business(row['business_reference']), Number(row['minutes']))
  const seen = new Set<string>()
  for (const { row, event } of view.attended) {
    const business = view.business(row['business_reference'])
    const once = `${business} at ${event['reference']}`
    if (seen.has(once)) continue
    seen.add(once)
    add(business, Number(event['minutes']))
  }
  return minutes
}

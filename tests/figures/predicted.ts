import { type Definition } from '@hubline/domain/indicators/definition.ts'
import type { EvidenceRow } from '@hubline/reporting/evidence.ts'
import { NOTHING, type Fraction, dividedBy, fractionOf, plus, twoDecimals } from '../recount/exact.ts'

/** What a figure will be without a record, read off the lists behind the figures alone: their records, minutes and amounts. */

/** The lists of a year by the key of their figure, and at which event each place was taken. */
export type Lists = {
  of: ReadonlyMap<string, readonly EvidenceRow[]>
  eventOf: ReadonlyMap<string, string>
}

export const isIt =
  (record: EvidenceRow) =>
  ({ record_kind, record_id, on }: EvidenceRow): boolean =>
    record_kind === record.record_kind &&
    record_id === record.record_id &&
    (record_kind !== 'business' || on === record.on)

/** The rows without a record: of a judgement that was made twice on a day, without one of the two. */
function without(rows: readonly EvidenceRow[], record: EvidenceRow): EvidenceRow[] {
  if (record.record_kind !== 'business') return rows.filter((row) => !isIt(record)(row))
  const at = rows.findIndex(isIt(record))
  return rows.filter((_, place) => place !== at)
}

const unitsIn = (rows: readonly EvidenceRow[]) => new Set(rows.map(({ unit_id }) => unit_id))

const BANDS = ['gh.light', 'gh.medium', 'gh.high']
const isBand = (key: string) => BANDS.includes(key)

/** The band of a business by the records that a list gives it: an event gives its minutes once. */
function bandOf(rows: readonly EvidenceRow[], { eventOf }: Lists): string | undefined {
  const events = new Map<string, number>()
  let minutes = 0
  for (const { record_kind, record_id, amount } of rows)
    if (record_kind === 'attendance') events.set(eventOf.get(record_id) ?? '', Number(amount))
    else minutes += Number(amount ?? 0)
  for (const each of events.values()) minutes += each
  if (minutes >= 720) return 'gh.high'
  if (minutes >= 180 || rows.some(({ record_kind }) => record_kind === 'diagnostic')) return 'gh.medium'
  return minutes > 0 ? 'gh.light' : undefined
}

/** The band of every business without a record: whoever has it may fall into a lower one. */
function bandsWithout(lists: Lists, record: EvidenceRow): Map<string, string | undefined> {
  const all = BANDS.flatMap((key) => lists.of.get(key) ?? [])
  const left = Map.groupBy(without(all, record), ({ unit_id }) => unit_id)
  return new Map([...unitsIn(all)].map((unit) => [unit, bandOf(left.get(unit) ?? [], lists)]))
}

const sumOf = (rows: readonly EvidenceRow[]): Fraction =>
  rows.map(({ amount }) => fractionOf(amount ?? '0')).reduce(plus, NOTHING)

/** The value of a figure without a record, from the lists; null where nothing is left to average. */
export function predicted({ key, counts, also_in }: Definition, lists: Lists, record: EvidenceRow): string | null {
  const rows = lists.of.get(key) ?? []
  const left = without(rows, record)
  if ('mean' in counts)
    return left.length === 0 ? null : twoDecimals(dividedBy(sumOf(left), fractionOf(String(left.length))))
  if ('sum' in counts) {
    const divisor = { fte_of_30_hours: '30', fte_of_own_week: '1', amount_pence: '100' }[counts.sum]
    return twoDecimals(dividedBy(sumOf(left), fractionOf(divisor)))
  }
  if (!also_in && !isBand(key)) return String(unitsIn(left).size)
  const bands = bandsWithout(lists, record)
  if (isBand(key)) return String([...bands.values()].filter((band) => band === key).length)
  const units = [...unitsIn(left)].filter((unit) => also_in?.some((other) => other.key === bands.get(unit)))
  return String(units.length)
}

import { trillionths } from './check-version.ts'
import type { Pack, Row } from './read-pack.ts'

/** What does not agree between the records of a pack, what it says of those left out, and its restatements. */
export function checkLeftOut(pack: Pack): string[] {
  return [...otherExclusions(pack), ...shortUnits(pack), ...checkRestatements(pack)]
}

/** What the sheet of support calls a record, and what the exclusions do. */
const CALLED: Readonly<Record<string, string>> = { 'event place': 'attendance', 'partner support': 'partner_support' }

function otherExclusions(pack: Pack): string[] {
  const outside = new Set(
    [
      ...refsOf(pack, 'Businesses', 'business ref', 'business'),
      ...refsOf(pack, 'Individuals', 'person ref', 'person'),
    ].flatMap(([name, row]) => (row['in area'] === 'no' ? [name] : [])),
  )
  const rows = pack['Exclusions'] ?? []
  const told = new Set(rows.map((row) => `${row['record']} ${row['record ref']} ${row['unit']}`))
  const counted = new Set(
    (pack['Proof'] ?? []).map((row) => `${row['key']} ${row['record']} ${row['record ref']} ${row['unit ref']}`),
  )
  return [
    ...(pack['Support events'] ?? []).flatMap((row) => {
      const name = `${CALLED[row['record'] ?? ''] ?? row['record']} ${row['ref']}`
      return row['countable'] === 'yes' || row['business ref'] === '' || told.has(`${name} business`)
        ? []
        : [`${name} does not count (${row['reason if not']}): the exclusions do not say so`]
    }),
    ...rows
      .filter((row) => !isOfUnit(row))
      .flatMap((row) =>
        (row['indicator'] ?? '')
          .split(' ')
          .filter((key) =>
            counted.has(`${key} ${row['record']} ${row['record ref']} ${row['unit ref'] || row['record ref']}`),
          )
          .map((key) => `${row['record ref']} is left out of ${key} (${row['reason']}), and its proof names it`),
      ),
    ...rows.flatMap((row) =>
      row['reason'] !== 'out of area' ||
      row['unit'] === 'capital_project' ||
      outside.has(`${row['unit']} ${row['unit ref']}`)
        ? []
        : [`${row['unit ref']} is left out as out of area, and its own row does not say so`],
    ),
  ]
}

/** Rows about a unit with all its records, which may bring in another: it falls short, or counted in another year. */
const isOfUnit = (row: Row) =>
  Boolean(row['within']) ||
  /^(too few minutes|no diagnostic|counted already|does not count in)/.test(row['reason'] ?? '')

/**
 * A unit that falls short of a figure is nowhere in its proof, by no record. The proof of a version does not say within what
 * a unit counted: there only those can be held against it that count once for the year.
 */
function shortUnits(pack: Pack): string[] {
  const named = (key: string | undefined, row: Row) => `${key} ${row['unit ref']} ${row['within'] ?? ''}`
  const counted = new Set((pack['Proof'] ?? []).map((row) => named(row['key'], row)))
  return (pack['Exclusions'] ?? []).filter(isOfUnit).flatMap((row) =>
    (row['indicator'] ?? '')
      .split(' ')
      .filter((key) => counted.has(named(key, row)))
      .map((key) => `${row['unit ref']} is left out of ${key} (${row['reason']}), and its proof names it`),
  )
}

const refsOf = (pack: Pack, sheet: string, ref: string, kind: string): [string, Row][] =>
  (pack[sheet] ?? []).map((row) => [`${kind} ${row[ref]}`, row])

/** Each restatement has as many units as it says, and its values are those of the signed-off versions in the pack. */
export function checkRestatements(pack: Pack): string[] {
  const units = Map.groupBy(pack['Restated units'] ?? [], (row) => `${row['version']} ${row['key']} ${row['what']}`)
  const signed = new Map((pack['Signed off'] ?? []).map((row) => [`${row['version']} ${row['key']}`, row['value']]))
  const unitOf = new Map((pack['Signed off'] ?? []).map((row) => [row['key'], row['unit']]))
  const without = (pack['Restated units'] ?? []).filter((row) => row['cause'] === '')
  return [
    ...without.map((row) => `Nobody says why ${row['unit ref']} moved in version ${row['version']} of ${row['key']}`),
    ...(pack['Restatements'] ?? []).flatMap((row) => [
      ...['in', 'out', 'changed'].flatMap((what) => {
        const many = units.get(`${row['version']} ${row['key']} ${what}`)?.length ?? 0
        return String(many) === row[`units ${what}`]
          ? []
          : [
              `Version ${row['version']} says ${row[`units ${what}`]} units ${what} of ${row['key']}, and ${many} are listed`,
            ]
      }),
      ...otherMove(row, unitOf.get(row['key']), units),
      ...(signed.get(`${row['version']} ${row['key']}`) === row['to value']
        ? []
        : [`Version ${row['version']} of ${row['key']} was signed off otherwise than its restatement says`]),
    ]),
  ]
}

/** What came in less what went out is what the figure moved by: in units, or in what they add, which is rounded for each. */
function otherMove(row: Row, unit: string | undefined, units: ReadonlyMap<string, readonly Row[]>): string[] {
  if (unit === 'score') return []
  const moved = ['in', 'out', 'changed'].flatMap((what) => units.get(`${row['version']} ${row['key']} ${what}`) ?? [])
  const isSum = unit === 'FTE' || unit === 'GBP'
  const sum = moved.reduce(
    (total, { 'to amount': to = '', 'from amount': from = '' }) => total + trillionths(to) - trillionths(from),
    0n,
  )
  const counted = trillionths(String(Number(row['units in']) - Number(row['units out'])))
  const difference = trillionths(row['to value'] ?? '') - trillionths(row['from value'] ?? '')
  const off = difference - (isSum ? sum : counted)
  const most = isSum ? BigInt(moved.length + 1) * 10_000_000_000n : 0n
  return off <= most && -off <= most
    ? []
    : [`Version ${row['version']} of ${row['key']} moved otherwise than the units that came in and went out`]
}

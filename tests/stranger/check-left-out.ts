import type { Pack, Row } from './read-pack.ts'

/** What does not agree between the records of a pack, what it says of those left out, and its restatements. */
export function checkLeftOut(pack: Pack): string[] {
  return [...otherExclusions(pack), ...checkRestatements(pack)]
}

function otherExclusions(pack: Pack): string[] {
  const outside = new Set(
    [
      ...refsOf(pack, 'Businesses', 'business ref', 'business'),
      ...refsOf(pack, 'Individuals', 'person ref', 'person'),
    ].flatMap(([name, row]) => (row['in area'] === 'no' ? [name] : [])),
  )
  const reasons = (pack['Support events'] ?? []).flatMap((row) =>
    row['countable'] === 'no' ? [`${row['record']} ${row['ref']} ${row['reason if not']}`] : [],
  )
  const told = new Set(
    (pack['Exclusions'] ?? []).map((row) => `${row['record']} ${row['record ref']} ${row['reason']}`),
  )
  return [
    ...reasons.filter((one) => !told.has(one)).map((one) => `${one}: the exclusions do not say so`),
    ...(pack['Exclusions'] ?? []).flatMap((row) =>
      row['reason'] !== 'out of area' ||
      row['unit'] === 'capital_project' ||
      outside.has(`${row['unit']} ${row['unit ref']}`)
        ? []
        : [`${row['unit ref']} is left out as out of area, and its own row does not say so`],
    ),
  ]
}

const refsOf = (pack: Pack, sheet: string, ref: string, kind: string): [string, Row][] =>
  (pack[sheet] ?? []).map((row) => [`${kind} ${row[ref]}`, row])

/** Each restatement has as many units as it says, and its values are those of the signed-off versions in the pack. */
export function checkRestatements(pack: Pack): string[] {
  const units = Map.groupBy(pack['Restated units'] ?? [], (row) => `${row['version']} ${row['key']} ${row['what']}`)
  const signed = new Map((pack['Signed off'] ?? []).map((row) => [`${row['version']} ${row['key']}`, row['value']]))
  return (pack['Restatements'] ?? []).flatMap((row) => [
    ...['in', 'out', 'changed'].flatMap((what) => {
      const many = units.get(`${row['version']} ${row['key']} ${what}`)?.length ?? 0
      return String(many) === row[`units ${what}`]
        ? []
        : [
            `Version ${row['version']} says ${row[`units ${what}`]} units ${what} of ${row['key']}, and ${many} are listed`,
          ]
    }),
    ...(signed.get(`${row['version']} ${row['key']}`) === row['to value']
      ? []
      : [`Version ${row['version']} of ${row['key']} was signed off otherwise than its restatement says`]),
  ])
}

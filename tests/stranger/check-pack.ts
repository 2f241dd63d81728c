import { checkChain } from './check-chain.ts'
import { checkHeldBack } from './check-held-back.ts'
import { checkLeftOut, checkRestatements } from './check-left-out.ts'
import { checkOutputs } from './check-outputs.ts'
import { checkSheets } from './check-sheets.ts'
import { checkTold } from './check-told.ts'
import { checkVersion, valueOf } from './check-version.ts'
import type { Pack, Row } from './read-pack.ts'
import { recountPack } from './recount-pack.ts'

/** What adds up, or has a mean: such a value is no length of a list. */
const ADDED_UP = new Set(['GBP', 'FTE', 'score'])

/** Everything in a pack that does not agree, each in a sentence; none where a stranger comes to the same figures. */
export function checkPack(pack: Pack): string[] {
  const isVersion = pack['Cover']?.some(({ item }) => item === 'Version')
  if (isVersion)
    return [
      ...shortSheets(pack),
      ...checkVersion(pack),
      ...checkChain(pack),
      ...checkSheets(pack),
      ...checkHeldBack(pack),
      ...(pack['Support events']
        ? [...otherFigures(pack), ...looseProof(pack), ...checkOutputs(pack), ...checkTold(pack), ...checkLeftOut(pack)]
        : checkRestatements(pack)),
    ]
  return [
    ...shortSheets(pack),
    ...otherFigures(pack),
    ...otherProof(pack),
    ...otherSums(pack),
    ...looseProof(pack),
    ...checkOutputs(pack),
    ...checkChain(pack),
    ...checkLeftOut(pack),
    ...checkTold(pack),
    ...checkHeldBack(pack),
  ]
}

function shortSheets(pack: Pack): string[] {
  return (pack['Cover'] ?? []).flatMap(({ item = '', value = '' }) => {
    if (!item.startsWith('Rows of ')) return []
    const [name, rows] = [item.slice('Rows of '.length), pack[item.slice('Rows of '.length)]?.length ?? 0]
    return String(rows) === value ? [] : [`${name} has ${rows} rows, and the cover says ${value}`]
  })
}

const headlines = (pack: Pack): readonly Row[] => pack['Headlines'] ?? []

/** What a hub says itself, in a version or an indicator of its own, is not published: its proof alone tells it. */
const isOwn = (key = '') => key.startsWith('own.')

/** Outputs of programmes run on from year to year: their records lie in the packs of all those years. */
const runsOn = (key = '') => /^(erdf|ukspf)\./.test(key)

function otherFigures(pack: Pack): string[] {
  const counted = recountPack(pack)
  const told = new Set(headlines(pack).map(({ key }) => key))
  const isPublished = (row: Row) =>
    row['definition version'] === (row['key']?.startsWith('skills.bootcamp_') ? '2026' : '1') && !isOwn(row['key'])
  const untold = Object.keys(counted).filter((key) => !told.has(key))
  return [
    ...untold.map((key) => `${key} is not among the headlines`),
    ...headlines(pack).flatMap((row) => {
      const { key = '', value = '' } = row
      return counted[key] === value || runsOn(key) || !isPublished(row)
        ? []
        : [`${key} is told as ${value || 'nothing'}, and the records give ${counted[key]}`]
    }),
  ]
}

/** A figure that counts units has as many of them in its proof. */
function otherProof(pack: Pack): string[] {
  const units = Map.groupBy(pack['Proof'] ?? [], ({ key }) => key)
  return headlines(pack).flatMap(({ key = '', value = '', unit = '' }) => {
    if (ADDED_UP.has(unit)) return []
    const proved = new Set((units.get(key) ?? []).map((row) => `${row['unit']} ${row['unit ref']} ${row['within']}`))
      .size
    return String(proved) === value ? [] : [`${key} is told as ${value}, and its proof names ${proved}`]
  })
}

/** What a figure adds up is the sum of its proof, whatever the years that its programmes run on for. */
function otherSums(pack: Pack): string[] {
  const proof = Map.groupBy(pack['Proof'] ?? [], ({ key }) => key)
  return headlines(pack).flatMap(({ key = '', value = '', unit = '' }) => {
    if (!ADDED_UP.has(unit)) return []
    const sum = valueOf(unit, 0, proof.get(key) ?? [])
    return sum === value ? [] : [`${key} is told as ${value || 'nothing'}, and its proof adds up to ${sum}`]
  })
}

/** Where a record says for whom it was, by what a unit is. */
const NAMED_IN: Readonly<Record<string, string>> = {
  business: 'business ref',
  person: 'person ref',
  capital_project: 'project ref',
}

/** Each row of the proof names a record of the pack, and the unit for which that record was. */
function looseProof(pack: Pack): string[] {
  const records = new Map<string, Row[]>()
  for (const [name, rows] of Object.entries(pack))
    if (name !== 'Proof' && name !== 'Partner returns')
      for (const row of rows)
        if (row['ref'] !== undefined) records.set(row['ref'], [...(records.get(row['ref']) ?? []), row])
  return (pack['Proof'] ?? []).flatMap((row) => {
    if (runsOn(row['key'])) return []
    const [key = '', unit = '', record = ''] = [row['key'], row['unit ref'], row['record ref']]
    const found = records.get(record) ?? []
    const says = NAMED_IN[row['unit'] ?? ''] ?? 'ref'
    if (found.some((each) => each[says] === unit)) return []
    return [`The proof of ${key} names ${unit} for ${record}, and no sheet has that`]
  })
}

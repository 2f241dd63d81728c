import type { Tx } from '@hubline/db/connection.ts'
import { type Definition, type UnitOfValue, unitOf } from '@hubline/domain/indicators/definition.ts'
import type { Year } from '@hubline/domain/years/year.ts'
import { type Figure, figuresOf } from '@hubline/reporting/figures.ts'
import { catalogueOf } from '@hubline/reporting/hub-catalogue.ts'
import type { ClientUnits } from '@hubline/reporting/units-of-clients.ts'
import { kept } from '../indicators/kept.ts'
import { latestSignOff } from '../years/restatement.ts'

export type FigureMoves = {
  year: Year
  key: string
  title: string
  unit: UnitOfValue
  before: string | null
  after: string | null
  /** Where the year is signed off: its version, and how many more units differ from it after the merge. */
  restates: { version: number; units: number } | null
}

/** A year with the units that two clients bring into it, as things are and as they would be after a merge. */
export type YearMoves = { year: Year; was: ClientUnits; becomes: ClientUnits }

type Units = ReadonlyMap<string, string | null>
const NONE: Units = new Map()

/** A count changes by its units; anything else may change where a unit or its amount does. */
const isCount = ({ counts }: Definition): boolean => !('sum' in counts) && !('mean' in counts)

const isSame = (one: Units, other: Units): boolean =>
  one.size === other.size && [...one].every(([id, amount]) => other.has(id) && other.get(id) === amount)

/** The figures in which units of the two come, go or change. */
export async function movingIn(tx: Tx, hub_id: string, { year, was, becomes }: YearMoves): Promise<Definition[]> {
  const catalogue = await catalogueOf(tx, { hub_id, year })
  return catalogue.filter(({ key }) => !isSame(was.get(key) ?? NONE, becomes.get(key) ?? NONE))
}

/**
 * How figures of a year move. Counts are those of today with the units that come and go; what is no count was counted
 * after the merge (`counted_after`). Asked as things are before it.
 */
export async function movesIn(
  tx: Tx,
  hub_id: string,
  { year, was, becomes }: YearMoves,
  { moving, counted_after }: { moving: readonly Definition[]; counted_after: readonly Figure[] },
): Promise<FigureMoves[]> {
  if (moving.length === 0) return []
  const signed = await latestSignOff(tx, hub_id, year)
  const lists = signed ? await signedLists(tx, hub_id, signed.id, { was, becomes }) : undefined
  const now = await kept.some(tx, { hub_id, year }, moving)
  return moving.flatMap((definition) => {
    const { key, title } = definition
    const [mine, then] = [was.get(key) ?? NONE, becomes.get(key) ?? NONE]
    const before = now.find((figure) => figure.key === key)?.value ?? null
    const after = isCount(definition)
      ? String(Number(before ?? 0) + then.size - mine.size)
      : (counted_after.find((figure) => figure.key === key)?.value ?? null)
    const list = lists?.get(key) ?? NONE
    const units = lists ? differing(list, then, mine) - differing(list, mine, then) : 0
    if (before === after && units === 0) return []
    const restates = signed ? { version: signed.version, units } : null
    return [{ year, key, title, unit: unitOf(definition), before, after, restates }]
  })
}

/** After the merge: the figures that no count of units tells. */
export const countedAfter = (tx: Tx, question: { hub_id: string; year: Year }, moving: readonly Definition[]) => {
  const others = moving.filter((definition) => !isCount(definition))
  return others.length === 0 ? [] : figuresOf(tx, question, others)
}

/** How many of the units in either list differ from a signed-off list, where the live one has `units`. */
const differing = (signed: Units, units: Units, others: Units): number =>
  [...new Set([...units.keys(), ...others.keys()])].filter(
    (id) => signed.has(id) !== units.has(id) || (signed.has(id) && signed.get(id) !== units.get(id)),
  ).length

/** What the signed-off lists of a year say of some units. */
async function signedLists(
  tx: Tx,
  hub_id: string,
  sign_off_id: string,
  { was, becomes }: Pick<YearMoves, 'was' | 'becomes'>,
): Promise<ClientUnits> {
  const ids = [...new Set([...was.values(), ...becomes.values()].flatMap((units) => [...units.keys()]))]
  const found = await tx
    .selectFrom('signed_unit')
    .select(['key', 'id', 'amount'])
    .where('hub_id', '=', hub_id)
    .where('sign_off_id', '=', sign_off_id)
    .where('id', '=', (eb) => eb.fn.any(eb.val(ids)))
    .execute()
  return new Map(
    [...Map.groupBy(found, ({ key }) => key)].map(([key, rows]) => [
      key,
      new Map(rows.map(({ id, amount }) => [id, amount])),
    ]),
  )
}

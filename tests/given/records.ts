import type { DB } from '@hubline/db/schema.ts'
import { figuresOf } from '@hubline/reporting/figures.ts'
import { unitsOf } from '@hubline/reporting/units.ts'
import { findDefinition } from '@hubline/domain/indicators/catalogue.ts'
import { parseYear } from '@hubline/domain/years/year.ts'
import type { Insertable } from 'kysely'
import type { TestHub } from './hub.ts'

/** Tables whose rows are records: everything with a reference. */
export type RecordTable = { [T in keyof DB]: 'reference' extends keyof DB[T] ? T : never }[keyof DB]

let made = 0

/** Puts a record straight into the hub, with a reference of its own. Gives its id. */
export async function aRecord<T extends RecordTable>(
  hub: TestHub,
  table: T,
  facts: Omit<Insertable<DB[T]>, 'reference'>,
): Promise<string> {
  const row = { reference: `X-${++made}`, ...facts } as unknown as Insertable<DB[RecordTable]>
  const found = await hub.inside((tx) =>
    tx
      .insertInto(table as RecordTable)
      .values(row)
      .returning('id')
      .executeTakeFirstOrThrow(),
  )
  return found.id
}

/** A programme that goes by its reference. */
export async function aProgramme(
  hub: TestHub,
  facts: Omit<Insertable<DB['programme']>, 'name'> & { reference: string },
): Promise<string> {
  const found = await hub.inside((tx) =>
    tx
      .insertInto('programme')
      .values({ name: `Programme ${facts.reference}`, ...facts })
      .returning('id')
      .executeTakeFirstOrThrow(),
  )
  return found.id
}

export function theYear(text: string) {
  const year = parseYear(text)
  if (!year) throw new Error(`${text} is no year`)
  return year
}

/** The figures of a year as `key → value`. */
export async function theFigures(hub: TestHub, year: string): Promise<Record<string, string | null>> {
  const figures = await hub.inside((tx) => figuresOf(tx, { hub_id: hub.hub_id, year: theYear(year) }))
  return Object.fromEntries(figures.map(({ key, value }) => [key, value]))
}

/** References of the units behind a figure. */
export async function theUnits(hub: TestHub, year: string, key: string): Promise<string[]> {
  const definition = findDefinition(key)
  if (!definition) throw new Error(`No definition ${key}`)
  const { rows: units } = await hub.inside((tx) =>
    unitsOf(tx, definition, { hub_id: hub.hub_id, year: theYear(year), size: 100_000 }),
  )
  return units.map((unit) => unit.reference).toSorted()
}

import { findDefinition } from '@hubline/domain/indicators/catalogue.ts'
import { unitRecord } from '@hubline/domain/indicators/rules.ts'
import { figuresOf } from '@hubline/reporting/figures.ts'
import { allEvidence } from '@hubline/reporting/pack/proof-sheets.ts'
import { evidence, scopeOf } from '@hubline/reporting/evidence.ts'
import { unitsOf } from '@hubline/reporting/units.ts'
import { whyOf } from '@hubline/reporting/why.ts'
import { sql } from 'kysely'
import { expect } from 'vitest'
import type { TestHub } from './hub.ts'
import { theYear } from './records.ts'

type Proved = { key: string; ref: string; within: string | null }
const named = ({ ref, within }: Proved) => (within === null ? ref : `${ref} (${within})`)

/**
 * What counts in a figure of a year, by reference, and in brackets what for: as the list has it. The figure, its months
 * and "why?" must have the same.
 */
export function counted(hub: TestHub, key: string, year: string): Promise<string[]> {
  const definition = findDefinition(key)
  if (!definition) throw new Error(`No definition ${key}`)
  const question = { hub_id: hub.hub_id, year: theYear(year) }
  return hub.inside(async (tx) => {
    const { rows: units } = await unitsOf(tx, definition, { ...question, size: 1000 })
    const [figure] = await figuresOf(tx, question, [definition])
    const months = (figure?.months ?? []).reduce((sum, { value }) => sum + Number(value), 0)
    expect([key, figure?.value, months]).toEqual([key, String(units.length), units.length])

    const about = unitRecord(definition.counts) === 'person' ? 'person' : 'business'
    const clients = await tx.selectFrom(about).select(['id', 'reference']).where('hub_id', '=', hub.hub_id).execute()
    const ids = clients.map(({ id }) => id)
    const why = await whyOf(tx, [definition, ...(definition.also_in ?? [])], { ...question, about, ids, units: ids })
    const explained = why.filter((one) => one.key === key && one.explanation.counted).map(({ unit_id }) => unit_id)
    const told = clients.filter(({ id }) => explained.includes(id)).map(({ reference }) => reference)
    expect(told.toSorted()).toEqual([...new Set(units.map(({ reference }) => reference))].toSorted())

    const found = await sql<Proved>`select distinct ${key}::text as key, unit_reference as ref, unit_within as within
      from ${evidence(definition, await scopeOf(tx, question))} as e`.execute(tx)
    expect(found.rows).toHaveLength(units.length)
    return found.rows.map(named).toSorted()
  })
}

/** What the proof of the year's pack says of each of these figures: as `counted` does. */
export function proved(hub: TestHub, keys: readonly string[], year: string): Promise<Record<string, string[]>> {
  return hub.inside(async (tx) => {
    const scope = await scopeOf(tx, { hub_id: hub.hub_id, year: theYear(year) })
    const found = await sql<Proved>`select distinct key, unit_reference as ref, unit_within as within
      from (${allEvidence(scope)}) as e where key = any(${[...keys]}::text[])`.execute(tx)
    const by_key = Map.groupBy(found.rows, ({ key }) => key)
    return Object.fromEntries(keys.map((key) => [key, (by_key.get(key) ?? []).map(named).toSorted()]))
  })
}

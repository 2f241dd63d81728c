import { findDefinition } from '@hubline/domain/indicators/catalogue.ts'
import { figuresOf } from '@hubline/reporting/figures.ts'
import { allEvidence } from '@hubline/reporting/pack/proof-sheets.ts'
import { scopeOf } from '@hubline/reporting/evidence.ts'
import { unitsOf } from '@hubline/reporting/units.ts'
import { whyOf } from '@hubline/reporting/why.ts'
import { sql } from 'kysely'
import { expect } from 'vitest'
import type { TestHub } from './hub.ts'
import { theYear } from './records.ts'

/**
 * What counts in a figure of a year, by reference, and in brackets what for: as the list has it. The figure, "why?" and
 * the year's pack must have the same.
 */
export function counted(hub: TestHub, key: string, year: string): Promise<string[]> {
  const definition = findDefinition(key)
  if (!definition) throw new Error(`No definition ${key}`)
  const question = { hub_id: hub.hub_id, year: theYear(year) }
  return hub.inside(async (tx) => {
    const { rows: units } = await unitsOf(tx, definition, { ...question, size: 1000 })
    const [figure] = (await figuresOf(tx, question)).filter((one) => one.key === key)
    const months = (figure?.months ?? []).reduce((sum, { value }) => sum + Number(value), 0)
    expect([key, figure?.value, months]).toEqual([key, String(units.length), units.length])

    const about = 'each' in definition.counts && definition.counts.each === 'person' ? 'person' : 'business'
    const clients = await tx.selectFrom(about).select(['id', 'reference']).where('hub_id', '=', hub.hub_id).execute()
    const ids = clients.map(({ id }) => id)
    const why = await whyOf(tx, [definition, ...(definition.also_in ?? [])], { ...question, about, ids, units: ids })
    const explained = why.filter((one) => one.key === key && one.explanation.counted).map(({ unit_id }) => unit_id)
    const named = clients.filter(({ id }) => explained.includes(id)).map(({ reference }) => reference)
    expect(named.toSorted()).toEqual([...new Set(units.map(({ reference }) => reference))].toSorted())

    const proof = await sql<{ ref: string; within: string | null }>`
      select distinct unit_reference as ref, unit_within as within from (${allEvidence(await scopeOf(tx, question))}) as e
      where key = ${key}`.execute(tx)
    expect(proof.rows).toHaveLength(units.length)
    return proof.rows.map(({ ref, within }) => (within === null ? ref : `${ref} (${within})`)).toSorted()
  })
}

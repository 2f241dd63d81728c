import type { Tx } from '@hubline/db/connection.ts'
import { fileOf } from '@hubline/domain/imports/bundle.ts'
import type { RecordKind } from '@hubline/domain/imports/bundle-file.ts'
import { CATALOGUE } from '@hubline/domain/indicators/catalogue.ts'
import { type Definition, unitOf } from '@hubline/domain/indicators/definition.ts'
import { isOwnKey } from '@hubline/domain/indicators/own-indicator.ts'
import { inWords } from '@hubline/domain/indicators/in-words.ts'
import { Problem } from '@hubline/domain/problem.ts'
import { type Year, firstDay, lastDay } from '@hubline/domain/years/year.ts'
import { figuresOf } from '@hubline/reporting/figures.ts'
import { catalogueOf } from '@hubline/reporting/hub-catalogue.ts'
import { unitsOf } from '@hubline/reporting/units.ts'
import { z } from 'zod'
import { YearInput, definitionOf } from '../indicators/board.ts'
import { reads } from '../trpc.ts'

const SIZE = 50

/**
 * Of which figures a version begins in the middle of a year: the versions by which the year may be counted, each with
 * what the year comes to by it, and which one counts it as things stand. What was chosen when it became a draft.
 */
export const versionsAsked = reads('figures:read')
  .input(z.object({ year: YearInput }))
  .query(async ({ ctx: { db, actor }, input: { year } }) => {
    const { hub_id } = actor
    const asked = await askedOf(db, hub_id, year)
    const present = new Map((await catalogueOf(db, { hub_id, year })).map(({ key, version }) => [key, version]))
    const figures = []
    for (const { key, title, unit, versions } of asked) {
      const shown = []
      for (const { definition, ...version } of versions) {
        const [figure] = await figuresOf(db, { hub_id, year }, [definition])
        shown.push({ ...version, words: inWords(definition), value: figure?.value ?? null })
      }
      const counts_now = present.get(key)
      if (counts_now === undefined) throw new Error(`${key} is asked of ${year}, which it does not count`)
      figures.push({ key, title, unit, counts_now, versions: shown })
    }
    return { year, figures, chosen: await chosenOf(db, hub_id, year) }
  })

/** The list behind a figure of a year by one of the versions that it may be counted by. */
export const versionUnits = reads('figures:read')
  .input(
    z.object({
      year: YearInput,
      key: z.string().max(100),
      version: z.int().min(1).max(100_000),
      after: z.object({ name: z.string().max(1000), id: z.uuid() }).optional(),
    }),
  )
  .query(async ({ ctx: { db, actor }, input: { year, key, version, after } }) => {
    const { hub_id } = actor
    const { key: known } = await definitionOf(db, hub_id, key)
    const figure = (await askedOf(db, hub_id, year)).find((one) => one.key === known)
    const offered = figure?.versions.find((one) => one.version === version)
    if (!offered) throw new Problem('not_found', `${year} cannot be counted by that version: choose another one`)
    const page = await unitsOf(db, offered.definition, { hub_id, year, size: SIZE + 1, ...(after ? { after } : {}) })
    const rows = page.rows.slice(0, SIZE)
    const last = rows.at(-1)
    return {
      total: page.total,
      rows: rows.map(({ id, kind, reference, name }) => ({
        id,
        kind,
        reference,
        name,
        noun: fileOf(kind as RecordKind).noun,
      })),
      next: page.rows.length > SIZE && last ? { name: last.name, id: last.id } : null,
    }
  })

/** The figures of which a version begins within a year, after its first day, in the order of the catalogue. */
export async function askedOf(db: Tx, hub_id: string, year: Year) {
  const rows = await db
    .selectFrom('definition_version')
    .select(['key', 'version', 'definition', 'from_on', 'from_year', 'published_at'])
    .where('hub_id', '=', hub_id)
    .where('from_on', '<=', lastDay(year))
    .orderBy('key')
    .orderBy('version')
    .execute()
  // An indicator of the hub's own is none of a year before its first, whenever it was agreed.
  const added = rows.filter(({ key, version, from_year }) => isOwnKey(key) && version === 1 && from_year <= year)
  const figures = [...CATALOGUE, ...added.map(({ definition }) => definition as unknown as Definition)]
  return figures.flatMap((brought) => {
    const own = rows.filter(({ key }) => key === brought.key)
    const before = own.findLast(({ from_on }) => from_on <= firstDay(year))
    // One that a later version replaced from an earlier day is no choice any more.
    const within = own.filter(
      ({ from_on, version }) => from_on > firstDay(year) && version > Math.max(before?.version ?? 0, brought.version),
    )
    if (within.length === 0) return []
    const stood = before ? (before.definition as unknown as Definition) : brought
    return [
      {
        key: brought.key,
        title: brought.title,
        unit: unitOf(brought),
        versions: [
          { version: stood.version, from_on: before?.from_on ?? null, published_at: null, definition: stood },
          ...within.map(({ version, from_on, published_at, definition }) => ({
            version,
            from_on,
            published_at: new Date(published_at).toISOString(),
            definition: definition as unknown as Definition,
          })),
        ],
      },
    ]
  })
}

/** What was chosen for a year, by whom and when. */
const chosenOf = (db: Tx, hub_id: string, year: Year) =>
  db
    .selectFrom('year_definition')
    .innerJoin('adviser', (join) =>
      join.onRef('adviser.hub_id', '=', 'year_definition.hub_id').onRef('adviser.id', '=', 'year_definition.chosen_by'),
    )
    .select(['key', 'year_definition.version', 'chosen_at', 'adviser.name as chosen_by'])
    .where('year_definition.hub_id', '=', hub_id)
    .where('year', '=', year)
    .orderBy('key')
    .limit(200)
    .execute()

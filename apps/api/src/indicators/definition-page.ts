import type { Tx } from '@hubline/db/connection.ts'
import { oncePerChoices, unitChoices } from '@hubline/domain/indicators/change-definition.ts'
import { type Definition, unitOf } from '@hubline/domain/indicators/definition.ts'
import { inWords, waysInWords } from '@hubline/domain/indicators/in-words.ts'
import { wayChoices } from '@hubline/domain/indicators/way-choices.ts'
import { yearOf } from '@hubline/domain/years/year.ts'
import { z } from 'zod'
import { reads } from '../trpc.ts'
import { definitionOf, definitionOfYear } from './board.ts'
import { newestVersion } from './own-versions.ts'

/** One definition: what it says today, every version of it, and what can be said differently. */
export const definition = reads('figures:read')
  .input(z.object({ key: z.string().max(100) }))
  .query(async ({ ctx: { db, actor, today }, input: { key } }) => {
    const { hub_id } = actor
    const starter = definitionOf(key)
    const newest = await newestVersion(db, hub_id, key)
    const present = await definitionOfYear(db, { hub_id, year: yearOf(today), key })
    return {
      key,
      title: starter.title,
      pack: starter.pack,
      unit: unitOf(starter),
      present: shown(present),
      newest: newest.version,
      versions: [
        ...(await versionsOf(db, hub_id, key)),
        { ...shown(starter), from_on: null, from_year: null, reason: null, published_at: null, published_by: null },
      ],
      form: {
        change: newest.change,
        ways: starter.any_of.map((way) => ({
          words: waysInWords({ ...starter, any_of: [way] }),
          ...wayChoices(way, starter.counts),
        })),
        ...unitChoices(starter),
        also: starter.also_in?.map(({ title }) => title) ?? null,
        has_band: starter.band !== undefined,
        has_end: starter.band?.minutes_below !== undefined,
        once_per_choices: oncePerChoices(starter),
      },
      signed_years: await signedYears(db, hub_id),
    }
  })

const shown = (one: Definition) => ({
  version: one.version,
  words: inWords(one),
  note: one.note ?? null,
  source: one.source,
})

/** The hub's own versions, the newest first. */
async function versionsOf(tx: Tx, hub_id: string, key: string) {
  const rows = await tx
    .selectFrom('definition_version')
    .innerJoin('adviser', (join) =>
      join
        .onRef('adviser.hub_id', '=', 'definition_version.hub_id')
        .onRef('adviser.id', '=', 'definition_version.published_by'),
    )
    .select(['definition', 'from_on', 'from_year', 'reason', 'published_at', 'adviser.name as published_by'])
    .where('definition_version.hub_id', '=', hub_id)
    .where('key', '=', key)
    .orderBy('definition_version.version', 'desc')
    .limit(100)
    .execute()
  return rows.map(({ definition: own, ...row }) => ({ ...shown(own as unknown as Definition), ...row }))
}

async function signedYears(tx: Tx, hub_id: string): Promise<string[]> {
  const rows = await tx
    .selectFrom('sign_off')
    .select('year')
    .distinct()
    .where('hub_id', '=', hub_id)
    .orderBy('year')
    .execute()
  return rows.map(({ year }) => year)
}

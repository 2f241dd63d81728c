import type { Tx } from '@hubline/db/connection.ts'
import { oncePerChoices, unitChoices } from '@hubline/domain/indicators/change-definition.ts'
import { type Definition, unitOf } from '@hubline/domain/indicators/definition.ts'
import { isOwnKey } from '@hubline/domain/indicators/own-indicator.ts'
import { inWords, waysThatBringIn } from '@hubline/domain/indicators/in-words.ts'
import type { Way } from '@hubline/domain/indicators/language.ts'
import { changedWay } from '@hubline/domain/indicators/way-change.ts'
import { plainWay } from '@hubline/domain/indicators/plain-way.ts'
import { wayInWords } from '@hubline/domain/indicators/way-in-words.ts'
import { wayChoices } from '@hubline/domain/indicators/way-choices.ts'
import { yearOf } from '@hubline/domain/years/year.ts'
import { z } from 'zod'
import { reads } from '../trpc.ts'
import { definitionOfYear } from './board.ts'
import { newestVersion } from './own-versions.ts'

/** One definition: what it says today, every version of it, and what can be said differently. */
export const definition = reads('figures:read')
  .input(z.object({ key: z.string().max(100) }))
  .query(async ({ ctx: { db, actor, today }, input: { key } }) => {
    const { hub_id } = actor
    const newest = await newestVersion(db, hub_id, key)
    const { starter } = newest
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
        ...(isOwnKey(key)
          ? []
          : [
              {
                ...shown(starter),
                from_on: null,
                from_year: null,
                reason: null,
                published_at: null,
                published_by: null,
              },
            ]),
      ],
      form: {
        change: newest.change,
        ways: starter.any_of.map((way, at) => ({
          words: saidNow(newest, way, at),
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

/** A way as the newest version says it, whether or not it counts by that. */
function saidNow({ starter, change }: Awaited<ReturnType<typeof newestVersion>>, way: Way, at: number): string {
  const asked = change.ways[at]
  const words = wayInWords(plainWay(asked ? changedWay(way, asked, starter.counts) : way))
  if (waysThatBringIn(starter).includes(way)) return words
  const isUsedUp = starter.threshold?.apart_from?.with?.some((kind) => kind === way.a)
  return isUsedUp ? `for what another output uses up: ${words}` : `brings nothing in here: ${words}`
}

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

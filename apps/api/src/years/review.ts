import { inPress, sentenceInPress } from '@hubline/domain/indicators/in-press.ts'
import type { UnitOfValue } from '@hubline/domain/indicators/definition.ts'
import { type Year, previousYear } from '@hubline/domain/years/year.ts'
import type { Tx } from '@hubline/db/connection.ts'
import { z } from 'zod'
import { YearInput, liveBoard } from '../indicators/board.ts'
import { reads } from '../trpc.ts'

/**
 * The annual review of a year, for its page and for a website: each headline in words, with its target and the year
 * before. A year that was signed off is told by its newest version, and so is the year before; else as counted today.
 */
export const review = reads('figures:read')
  .input(z.object({ year: YearInput }))
  .query(async ({ ctx: { db, actor, today }, input: { year } }) => {
    const { hub_id } = actor
    const live = await liveBoard(db, { hub_id, year, today })
    const signed = await newestVersion(db, hub_id, year)
    const before = await newestVersion(db, hub_id, previousYear(year))
    return {
      year,
      last_year: previousYear(year),
      /** Null while the figures are counted afresh at each look. */
      version: signed?.version ?? null,
      signed_at: signed?.signed_at ?? null,
      signed_by: signed?.signed_by_name ?? null,
      headlines: live.figures
        .filter(({ pack }) => pack === 'headline')
        .map(({ key, title, unit, value, words, target, last_year, partner_totals }) => {
          const fixed = signed?.figures.get(key)
          const told = fixed ? { ...fixed, unit: fixed.unit as UnitOfValue } : { title, unit, value, words }
          return {
            key,
            ...told,
            is_signed: fixed !== undefined,
            in_press: inPress(told.value, told.unit),
            sentence: sentenceInPress(told),
            target,
            last_year: before?.figures.get(key)?.value ?? last_year,
            partner_totals,
          }
        }),
    }
  })

async function newestVersion(db: Tx, hub_id: string, year: Year) {
  const newest = await db
    .selectFrom('sign_off')
    .select(['id', 'version', 'signed_at', 'signed_by_name'])
    .where('hub_id', '=', hub_id)
    .where('year', '=', year)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (!newest) return undefined
  const figures = await db
    .selectFrom('signed_figure')
    .select(['key', 'title', 'unit', 'value', 'words'])
    .where('hub_id', '=', hub_id)
    .where('sign_off_id', '=', newest.id)
    .execute()
  return { ...newest, figures: new Map(figures.map(({ key, ...figure }) => [key, figure])) }
}

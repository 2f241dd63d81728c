import { todayInLondon } from '@hubline/domain/day.ts'
import { findDefinition } from '@hubline/domain/indicators/catalogue.ts'
import { inPress, sentenceInPress } from '@hubline/domain/indicators/in-press.ts'
import type { UnitOfValue } from '@hubline/domain/indicators/definition.ts'
import { highlightsOf } from '@hubline/domain/years/highlights.ts'
import { type Year, lastDay, previousYear } from '@hubline/domain/years/year.ts'
import type { Tx } from '@hubline/db/connection.ts'
import { saidOf } from '@hubline/reporting/sign-off/said-figures.ts'
import { z } from 'zod'
import { YearInput, liveBoard } from '../indicators/board.ts'
import { kept } from '../indicators/kept.ts'
import { reads } from '../trpc.ts'

/**
 * The annual review of a year: each headline in words, with its target and the year before. A year that was signed off is
 * told by its newest version alone, and so is the year before; else as counted today. Targets and what partners reported
 * without names are those of today.
 */
export async function reviewOf(db: Tx, { hub_id, year, now }: { hub_id: string; year: Year; now: Date }) {
  const today = todayInLondon(now)
  const live = await liveBoard(db, { hub_id, year, today })
  const signed = await newestVersion(db, hub_id, year)
  const before = await saidOf(db, { hub_id, year: previousYear(year), ask: kept.of.bind(kept) })
  const today_of = new Map(live.figures.map((figure) => [figure.key, figure]))
  const told = (signed?.figures ?? live.figures).filter(({ key }) => findDefinition(key)?.pack === 'headline')
  const headlines = told.map(({ key, title, unit, value, words }) => ({
    key,
    title,
    unit,
    value,
    words,
    in_press: inPress(value, unit),
    sentence: sentenceInPress({ title, unit, value }),
    target: today_of.get(key)?.target ?? null,
    last_year: before.values.get(key) ?? null,
    partner_totals: today_of.get(key)?.partner_totals ?? [],
  }))
  return {
    year,
    last_year: previousYear(year),
    /** The signed-off version by which the year before is told; null where it is counted afresh. */
    last_version: before.version,
    /** Null while the figures are counted afresh at each look. */
    version: signed?.version ?? null,
    signed_at: signed?.signed_at ?? null,
    signed_by: signed?.signed_by_name ?? null,
    /** None of a year that still runs: what is not yet reached is not missed. */
    highlights: signed || today > lastDay(year) ? highlightsOf(headlines) : [],
    headlines,
  }
}

/** The annual review, for its page. */
export const review = reads('figures:read')
  .input(z.object({ year: YearInput }))
  .query(({ ctx: { db, actor, now }, input: { year } }) => reviewOf(db, { hub_id: actor.hub_id, year, now }))

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
    .orderBy('position')
    .execute()
  return { ...newest, figures: figures.map((figure) => ({ ...figure, unit: figure.unit as UnitOfValue })) }
}

import type { Tx } from '@hubline/db/connection.ts'
import { CATALOGUE } from '@hubline/domain/indicators/catalogue.ts'
import { unitOf } from '@hubline/domain/indicators/definition.ts'
import { Problem } from '@hubline/domain/problem.ts'
import { hasAnything, variancesOf } from '@hubline/domain/years/variance.ts'
import { type Year, previousYear } from '@hubline/domain/years/year.ts'
import { figuresOf } from '@hubline/reporting/figures.ts'
import { saidOf } from '@hubline/reporting/sign-off/said-figures.ts'
import { z } from 'zod'
import { YearInput, targetsOf } from '../indicators/board.ts'
import { kept } from '../indicators/kept.ts'
import { reads } from '../trpc.ts'

/** The headlines that are far from last year or from their target, each with its explanation where there is one. */
export const variances = reads('figures:read')
  .input(z.object({ year: YearInput }))
  .query(async ({ ctx: { db, actor }, input: { year } }) => ({
    year,
    last_year: previousYear(year),
    ...(await farOff(db, { hub_id: actor.hub_id, year, ask: kept.of.bind(kept) })),
  }))

type Question = { hub_id: string; year: Year; ask: typeof figuresOf }

async function farOff(db: Tx, { hub_id, year, ask }: Question) {
  const now = await ask(db, { hub_id, year })
  const before = await saidOf(db, { hub_id, year: previousYear(year), ask })
  const is_first = !hasAnything([...before.values.values()].map((value) => ({ value })))
  const targets = await targetsOf(db, hub_id, year)
  const explained = await explanationsOf(db, hub_id, year)
  const figures = CATALOGUE.filter(({ pack }) => pack === 'headline').flatMap((definition) => {
    const { key, title } = definition
    const value = now.find((one) => one.key === key)?.value ?? null
    const last_year = is_first ? null : (before.values.get(key) ?? null)
    const target = targets.find((one) => one.indicator_key === key)?.value ?? null
    const far = variancesOf({ value, last_year, target })
    const explanation = explained.find((one) => one.indicator_key === key) ?? null
    return far.length === 0 ? [] : [{ key, title, unit: unitOf(definition), value, variances: far, explanation }]
  })
  return {
    /** The signed-off version by which the year before is told; null where it is counted now. */
    last_version: before.version,
    figures,
  }
}

/** What was said of each figure of a year, and who said it last. */
export const explanationsOf = (db: Tx, hub_id: string, year: Year) =>
  db
    .selectFrom('figure_explanation')
    .leftJoin('adviser', (join) =>
      join
        .onRef('adviser.hub_id', '=', 'figure_explanation.hub_id')
        .onRef('adviser.id', '=', 'figure_explanation.recorded_by'),
    )
    .select(['figure_explanation.id', 'indicator_key', 'words', 'figure_explanation.version', 'adviser.name as by'])
    .where('figure_explanation.hub_id', '=', hub_id)
    .where('figure_explanation.year', '=', year)
    .where('figure_explanation.voided_at', 'is', null)
    .orderBy('indicator_key')
    .execute()

/** Worked out afresh, inside the transaction that signs off. @throws Problem 'invalid' naming what is not explained */
export async function mustBeExplained(tx: Tx, question: { hub_id: string; year: Year }): Promise<void> {
  const { figures } = await farOff(tx, { ...question, ask: figuresOf })
  const open = figures.filter(({ explanation }) => explanation === null)
  if (open.length > 0)
    throw new Problem(
      'invalid',
      `Explain first why these differ from last year or from their target: ${open.map(({ title }) => title).join('; ')}`,
    )
}

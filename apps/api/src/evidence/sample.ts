import type { Tx } from '@hubline/db/connection.ts'
import { type EvidenceOutcome, SAMPLE_SIZE } from '@hubline/domain/evidence/check-evidence.ts'
import { Problem } from '@hubline/domain/problem.ts'
import type { Year } from '@hubline/domain/years/year.ts'
import { sql } from 'kysely'
import { z } from 'zod'
import { YearInput } from '../indicators/board.ts'
import { reads } from '../trpc.ts'
import { Version, signOffCalled } from '../years/signed-figures.ts'
import { shownUnit } from '../years/signed-units.ts'

const Asked = { year: YearInput, version: Version }

async function sampleOf(db: Tx, hub_id: string, asked: { year: Year; version: number }) {
  const { id: sign_off_id } = await signOffCalled(db, hub_id, asked)
  const sample = await db
    .selectFrom('evidence_sample as s')
    .innerJoin('adviser as a', (join) => join.onRef('a.hub_id', '=', 's.hub_id').onRef('a.id', '=', 's.drawn_by'))
    .select(['s.id', 's.seed', 's.drawn_at', 'a.name as drawn_by'])
    .where('s.hub_id', '=', hub_id)
    .where('s.sign_off_id', '=', sign_off_id)
    .executeTakeFirst()
  return { sign_off_id, sample }
}

type SampledFigure = {
  key: string
  title: string
  sampled: number
  seen: number
  missing: number
  not_acceptable: number
}

/** The sample of a signed-off version, with what was found of each headline; null where none was drawn. */
export const sample = reads('figures:read')
  .input(z.object(Asked))
  .query(async ({ ctx: { db, actor }, input }) => {
    const { hub_id } = actor
    const found = await sampleOf(db, hub_id, input)
    if (!found.sample) return null
    const { id, ...drawn } = found.sample
    const figures = await sql<SampledFigure>`
      select f.key, f.title, count(*)::int as sampled, (count(*) filter (where c.outcome = 'seen'))::int as seen,
        (count(*) filter (where c.outcome = 'missing'))::int as missing,
        (count(*) filter (where c.outcome = 'not_acceptable'))::int as not_acceptable
      from app.evidence_check c join app.signed_figure f on f.hub_id = c.hub_id and f.sign_off_id = ${found.sign_off_id} and f.key = c.key
      where c.hub_id = ${hub_id} and c.evidence_sample_id = ${id} group by f.position, f.key, f.title order by f.position`.execute(
      db,
    )
    return { ...drawn, figures: figures.rows }
  })

/** What was drawn of one figure, in the order of the draw: each unit as it was signed off, and what was found of it. */
export const sampleUnits = reads('figures:read')
  .input(z.object({ ...Asked, key: z.string().max(200) }))
  .query(async ({ ctx: { db, actor }, input: { key, ...asked } }) => {
    const { hub_id } = actor
    const { sign_off_id, sample: drawn } = await sampleOf(db, hub_id, asked)
    if (!drawn) throw new Problem('not_found', `No sample of ${asked.year} was drawn: draw one under Close the year`)
    const figure = await db
      .selectFrom('signed_figure')
      .select('title')
      .where('hub_id', '=', hub_id)
      .where('sign_off_id', '=', sign_off_id)
      .where('key', '=', key)
      .executeTakeFirst()
    if (!figure) throw new Problem('not_found', `No figure "${key.slice(0, 60)}" was signed off: choose another figure`)
    const rows = await linesOf(db, { hub_id, sign_off_id, sample_id: drawn.id, key })
    const shown = rows.map((row) => ({ ...shownUnit(row), outcome: row.outcome as EvidenceOutcome | null }))
    return { title: figure.title, seed: drawn.seed, rows: shown }
  })

type Lines = { hub_id: string; sign_off_id: string; sample_id: string; key: string }

const linesOf = (db: Tx, { hub_id, sign_off_id, sample_id, key }: Lines) =>
  db
    .selectFrom('evidence_check as c')
    .innerJoin('signed_unit as u', (join) =>
      join
        .onRef('u.hub_id', '=', 'c.hub_id')
        .on('u.sign_off_id', '=', sign_off_id)
        .onRef('u.key', '=', 'c.key')
        .onRef('u.id', '=', 'c.unit_id'),
    )
    .leftJoin('adviser as a', (join) => join.onRef('a.hub_id', '=', 'c.hub_id').onRef('a.id', '=', 'c.checked_by'))
    .select(['c.id', 'c.version', 'c.place', 'c.outcome', 'c.note', 'c.checked_at', 'a.name as checked_by'])
    .select(['u.kind', 'u.reference', 'u.name', 'u.district', 'u.because'])
    .where('c.hub_id', '=', hub_id)
    .where('c.evidence_sample_id', '=', sample_id)
    .where('c.key', '=', key)
    .orderBy('c.place')
    .limit(SAMPLE_SIZE)
    .execute()

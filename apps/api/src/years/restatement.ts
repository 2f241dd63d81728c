import type { Tx } from '@hubline/db/connection.ts'
import { fileOf } from '@hubline/domain/imports/bundle.ts'
import type { RecordKind } from '@hubline/domain/imports/bundle-file.ts'
import { CATALOGUE } from '@hubline/domain/indicators/catalogue.ts'
import { unitOf } from '@hubline/domain/indicators/definition.ts'
import { Problem } from '@hubline/domain/problem.ts'
import type { Year } from '@hubline/domain/years/year.ts'
import { causesOf } from '@hubline/reporting/sign-off/causes.ts'
import { differencesOf, howManyDiffer } from '@hubline/reporting/sign-off/differences.ts'
import { z } from 'zod'
import { YearInput, definitionOfYear } from '../indicators/board.ts'
import { kept } from '../indicators/kept.ts'
import { reads } from '../trpc.ts'

const SIZE = 50

export const latestSignOff = (db: Tx, hub_id: string, year: Year) =>
  db
    .selectFrom('sign_off')
    .select(['id', 'version', 'signed_at'])
    .where('hub_id', '=', hub_id)
    .where('year', '=', year)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst()

/** Which figures of a signed-off year say something else today, and how many units came in, went out or changed. */
export const restatement = reads('figures:read')
  .input(z.object({ year: YearInput }))
  .query(async ({ ctx: { db, actor }, input: { year } }) => {
    const { hub_id } = actor
    const signed = await latestSignOff(db, hub_id, year)
    if (!signed) return { version: null, figures: [] }
    const differing = await howManyDiffer(db, { hub_id, year, sign_off_id: signed.id })
    const then = await db
      .selectFrom('signed_figure')
      .select(['key', 'value'])
      .where('hub_id', '=', hub_id)
      .where('sign_off_id', '=', signed.id)
      .execute()
    const now = await kept.of(db, { hub_id, year })
    return {
      version: signed.version,
      figures: CATALOGUE.flatMap((definition) => {
        const { key, title } = definition
        const found = differing.find((one) => one.key === key)
        return found
          ? [
              {
                ...found,
                title,
                unit: unitOf(definition),
                signed: then.find((one) => one.key === key)?.value ?? null,
                now: now.find((one) => one.key === key)?.value ?? null,
              },
            ]
          : []
      }),
    }
  })

const Question = z.object({
  year: YearInput,
  key: z.string().max(200),
  after: z.object({ name: z.string().max(1000), id: z.uuid() }).optional(),
})

/** The units by which one figure differs from what was signed off, each with its causes as far as they are known. */
export const restatementUnits = reads('figures:read')
  .input(Question)
  .query(async ({ ctx: { db, actor }, input: { year, key, after } }) => {
    const { hub_id } = actor
    const definition = await definitionOfYear(db, { hub_id, year, key })
    const signed = await latestSignOff(db, hub_id, year)
    if (!signed) throw new Problem('not_found', `${year} is not signed off: there is nothing that it could differ from`)
    const asked = { hub_id, year, sign_off_id: signed.id, size: SIZE + 1, ...(after ? { after } : {}) }
    const page = await differencesOf(db, definition, asked)
    const rows = page.slice(0, SIZE)
    const causes = await causesOf(db, { hub_id, signed_at: signed.signed_at }, rows)
    const last = rows.at(-1)
    return {
      key,
      title: definition.title,
      unit: unitOf(definition),
      rows: rows.map(({ signed_because: _then, because: _now, ...row }, at) => ({
        ...row,
        noun: fileOf(row.kind as RecordKind).noun,
        causes: (causes[at] ?? []).map((cause) => ({ ...cause, noun: fileOf(cause.kind as RecordKind).noun })),
      })),
      next: page.length > SIZE && last ? { name: last.name, id: last.id } : null,
    }
  })

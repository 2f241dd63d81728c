import type { Tx } from '@hubline/db/connection.ts'
import { fileOf } from '@hubline/domain/imports/bundle.ts'
import type { RecordKind } from '@hubline/domain/imports/bundle-file.ts'
import { type Definition, unitOf } from '@hubline/domain/indicators/definition.ts'
import { Problem } from '@hubline/domain/problem.ts'
import { changedInWords } from '@hubline/domain/years/changed-facts.ts'
import type { Year } from '@hubline/domain/years/year.ts'
import { catalogueOf } from '@hubline/reporting/hub-catalogue.ts'
import { canonicalJson } from '@hubline/reporting/sign-off/canonical.ts'
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
      .select(['key', 'value', 'definition', 'definition_version'])
      .where('hub_id', '=', hub_id)
      .where('sign_off_id', '=', signed.id)
      .execute()
    const now = await kept.of(db, { hub_id, year })
    return {
      version: signed.version,
      figures: (await catalogueOf(db, { hub_id, year })).flatMap((definition) => {
        const { key, title } = definition
        const found = differing.find((one) => one.key === key)
        const before = then.find((one) => one.key === key)
        return found
          ? [
              {
                ...found,
                title,
                unit: unitOf(definition),
                signed: before?.value ?? null,
                now: now.find((one) => one.key === key)?.value ?? null,
                redefined: redefinedSince(before, definition),
              },
            ]
          : []
      }),
    }
  })

type SignedBy = { definition: string; definition_version: number }

/** The version by which a figure was signed off, where it is counted by another definition now; else null. */
const redefinedSince = (signed: SignedBy | undefined, definition: Definition) =>
  signed && signed.definition !== canonicalJson(definition)
    ? { signed: signed.definition_version, now: definition.version }
    : null

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
    const signed_by = await db
      .selectFrom('signed_figure')
      .select(['definition', 'definition_version'])
      .where('hub_id', '=', hub_id)
      .where('sign_off_id', '=', signed.id)
      .where('key', '=', key)
      .executeTakeFirst()
    const causes = await causesOf(db, { hub_id, signed_at: signed.signed_at }, rows)
    const last = rows.at(-1)
    return {
      key,
      title: definition.title,
      unit: unitOf(definition),
      redefined: redefinedSince(signed_by, definition),
      rows: rows.map(({ signed_because: _then, because: _now, ...row }, at) => ({
        ...row,
        noun: fileOf(row.kind as RecordKind).noun,
        causes: (causes[at] ?? []).map(({ facts, ...cause }) => ({
          ...cause,
          noun: fileOf(cause.kind as RecordKind).noun,
          changed: changedInWords(facts),
        })),
      })),
      next: page.length > SIZE && last ? { name: last.name, id: last.id } : null,
    }
  })

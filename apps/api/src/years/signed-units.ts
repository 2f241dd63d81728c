import { districtName } from '@hubline/domain/businesses/districts.ts'
import { fileOf } from '@hubline/domain/imports/bundle.ts'
import type { RecordKind } from '@hubline/domain/imports/bundle-file.ts'
import type { UnitOfValue } from '@hubline/domain/indicators/definition.ts'
import { Problem } from '@hubline/domain/problem.ts'
import { z } from 'zod'
import { YearInput } from '../indicators/board.ts'
import { reads } from '../trpc.ts'
import { Version, signOffCalled } from './signed-figures.ts'

const SIZE = 50

const Question = z.object({
  year: YearInput,
  version: Version,
  key: z.string().max(200),
  after: z.object({ name: z.string().max(1000), id: z.uuid() }).optional(),
})

/** The list behind a signed-off figure, as it was: names, amounts and records of that day. */
export const signedUnits = reads('figures:read')
  .input(Question)
  .query(async ({ ctx: { db, actor }, input: { year, version, key, after } }) => {
    const { id, ...signed } = await signOffCalled(db, actor.hub_id, { year, version })
    const figure = await db
      .selectFrom('signed_figure')
      .select(['key', 'title', 'unit', 'value', 'units', 'definition_version', 'words', 'hash'])
      .where('hub_id', '=', actor.hub_id)
      .where('sign_off_id', '=', id)
      .where('key', '=', key)
      .executeTakeFirst()
    if (!figure)
      throw new Problem('not_found', `No figure "${key.slice(0, 60)}" was signed off then: choose another figure`)
    const page = await db
      .selectFrom('signed_unit')
      .select(['id', 'kind', 'reference', 'name', 'district', 'first_on', 'amount', 'because'])
      .where('hub_id', '=', actor.hub_id)
      .where('sign_off_id', '=', id)
      .where('key', '=', key)
      .$if(after !== undefined, (query) =>
        query.where((eb) => eb(eb.refTuple('name', 'id'), '>', eb.tuple(after?.name ?? '', after?.id ?? ''))),
      )
      .orderBy('name')
      .orderBy('id')
      .limit(SIZE + 1)
      .execute()
    const rows = page.slice(0, SIZE)
    const last = rows.at(-1)
    return {
      ...signed,
      ...figure,
      unit: figure.unit as UnitOfValue,
      year,
      rows: rows.map(shownUnit),
      next: page.length > SIZE && last ? { name: last.name, id: last.id } : null,
    }
  })

const Because = z.array(z.tuple([z.string(), z.string(), z.string(), z.string(), z.string().nullable()]))

type Row = { kind: string; district: string | null; because: string }

/** A signed-off unit in words: its district, and the records that brought it in. */
export const shownUnit = <R extends Row>(row: R) => ({
  ...row,
  noun: fileOf(row.kind as RecordKind).noun,
  district: row.district === null ? null : districtName(row.district),
  because: Because.parse(JSON.parse(row.because)).map(([kind, , reference, on]) => ({
    kind,
    noun: fileOf(kind as RecordKind).noun,
    reference,
    on,
  })),
})

import { lineOf } from '@hubline/domain/data-quality/rule.ts'
import { findQualityRule } from '@hubline/domain/data-quality/rules.ts'
import { rulesListing } from '@hubline/reporting/data-quality/of-record.ts'
import { scopeOf } from '@hubline/reporting/evidence.ts'
import { yearOf } from '@hubline/domain/years/year.ts'
import { z } from 'zod'
import { RECORD_KINDS } from '../records/record-fields.ts'
import { reads } from '../trpc.ts'

/** The rules that list a record, and in which year; none where nothing is the matter with it. */
export const ofRecord = reads('figures:read')
  .input(z.object({ kind: z.enum(RECORD_KINDS), id: z.uuid() }))
  .query(async ({ ctx: { db, actor, today }, input: { kind, id } }) => {
    const { hub_id } = actor
    const merged =
      kind === 'business' || kind === 'person'
        ? await db.selectFrom(kind).select('id').where('hub_id', '=', hub_id).where('counts_as_id', '=', id).execute()
        : []
    const { area_codes, catalogue } = await scopeOf(db, { hub_id, year: yearOf(today) })
    const found = await rulesListing(db, {
      kind,
      hub_id,
      area_codes,
      catalogue,
      today,
      only: [id, ...merged.map((each) => each.id).filter((each) => each !== id)],
    })
    return found.flatMap(({ key, year, facts }) => {
      const rule = findQualityRule(key)
      return rule ? [{ key, title: rule.title, year, line: lineOf(rule, facts) }] : []
    })
  })

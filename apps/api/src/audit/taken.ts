import { ownIndicators } from '@hubline/reporting/hub-catalogue.ts'
import { findDefinition } from '@hubline/domain/indicators/catalogue.ts'
import { TAKEN_NAMES, type Taken } from '@hubline/domain/staff/taken.ts'
import { sql } from 'kysely'
import { z } from 'zod'
import { AskPage, asPage, pageSql } from '../records/key-page.ts'
import { reads } from '../trpc.ts'

const AskTaken = z.object({ ...AskPage, direction: z.literal('desc').default('desc') })

/** What the trail keeps of a file: what it was of, what for, and how much of it there was. */
const Detail = z.object({
  reason: z.string().optional(),
  year: z.string().optional(),
  version: z.number().optional(),
  format: z.string().optional(),
  key: z.string().optional(),
  event: z.string().optional(),
  reference: z.string().optional(),
  as_at: z.string().optional(),
  /** Of a pack for each sheet, of a bundle for each file. */
  rows: z.union([z.number(), z.record(z.string(), z.number())]).optional(),
  units: z.number().optional(),
})

type Entry = { id: string; sorted_by: string; at: Date; by: string | null; what: string; detail: unknown }

/**
 * What was taken out of the hub, the last first: by whom, what for and how many rows. One that was asked for and of which
 * not all was sent says so. What was done on the command line is nobody's of the hub.
 */
export const taken = reads('taken:read')
  .input(AskTaken)
  .query(async ({ ctx: { db, actor }, input }) => {
    const { where, order } = pageSql(input)
    const found = await sql<Entry>`
      select id, sorted_by, at, what, detail, (select a.name from adviser a where a.hub_id = e.hub_id and a.id = e.adviser_id) as by
      from (
        select o.*, '' as sorted_by from audit_entry o
        where o.hub_id = ${actor.hub_id} and o.what ~ '\\.(asked|downloaded)$'
          and not (o.what like '%.asked' and exists (select from audit_entry d
            where d.hub_id = o.hub_id and d.adviser_id = o.adviser_id and d.at >= o.at and d.at < o.at + interval '1 day'
              and d.request_id = o.request_id and d.what = replace(o.what, '.asked', '.downloaded')))) e
      where ${where} ${order}`.execute(db)
    const page = asPage(found.rows, input)
    const own = new Map((await ownIndicators(db, actor)).map(({ definition: { key, title } }) => [key, title]))
    return { ...page, rows: page.rows.map((row) => shown(row, own)) }
  })

/** `own` are the titles of the hub's own indicators, by key. */
function shown({ id, at, by, what, detail }: Omit<Entry, 'sorted_by'>, own: ReadonlyMap<string, string>) {
  const [kind = '', state] = what.split('.')
  const { reason = null, rows, units, key, ...of } = Detail.catch({}).parse(detail)
  const many =
    typeof rows === 'object' ? Object.values(rows).reduce((sum, each) => sum + each, 0) : (rows ?? units ?? null)
  return {
    id,
    at,
    by,
    file: kind in TAKEN_NAMES ? TAKEN_NAMES[kind as Taken] : kind,
    figure: key === undefined ? null : (findDefinition(key)?.title ?? own.get(key) ?? key),
    of: { ...of },
    reason,
    many,
    whole: state === 'downloaded',
  }
}

import { ownIndicators } from '@hubline/reporting/hub-catalogue.ts'
import { findDefinition } from '@hubline/domain/indicators/catalogue.ts'
import { Parts } from '@hubline/domain/indicators/dimensions.ts'
import { DEMAND_DIMENSIONS } from '@hubline/domain/skills-reviews/demand.ts'
import { TAKEN_NAMES, type Taken } from '@hubline/domain/staff/taken.ts'
import { sql } from 'kysely'
import { z } from 'zod'
import { AskPage, asPage, pageSql } from '../records/key-page.ts'
import { reads } from '../trpc.ts'

const AskTaken = z.object({ ...AskPage, direction: z.literal('desc').default('desc') })

const text = z.string().optional().catch(undefined)
const number = z.number().optional().catch(undefined)

/** By what a list was narrowed, in the words of its address. */
const Narrowed = z.object(
  Object.fromEntries(
    ['text', 'district', 'month', 'category', ...Object.keys(Parts.shape), ...DEMAND_DIMENSIONS].map((key) => [
      key,
      text,
    ]),
  ),
)

/** What the trail keeps of a file: what it was of, what for, and how much of it there was. An odd part of it is left out. */
const Detail = z.object({
  reason: text,
  year: text,
  version: number,
  format: text,
  key: text,
  event: text,
  reference: text,
  as_at: z
    .string()
    .refine((instant) => !Number.isNaN(Date.parse(instant)))
    .optional()
    .catch(undefined),
  /** The first byte of the rest of a pack. Of a list of reviews it is a day. */
  from: number,
  /** Of a pack for each sheet, of a bundle for each file. */
  rows: z
    .union([z.number(), z.record(z.string(), z.number())])
    .optional()
    .catch(undefined),
  units: number,
})

type Entry = { id: string; sorted_by: string; at: Date; by: string | null; what: string; detail: unknown }

/**
 * What was taken out of the hub, the last first: by whom, what for and how many rows. One that was asked for and never
 * made whole says so. What was done on the command line is nobody's of the hub.
 */
export const taken = reads('taken:read')
  .input(AskTaken)
  .query(async ({ ctx: { db, actor }, input }) => {
    const { where, order } = pageSql(input)
    const found = await sql<Entry>`
      select id, sorted_by, at, what, detail, (select a.name from adviser a where a.hub_id = e.hub_id and a.id = e.adviser_id) as by
      from (
        select o.*, '' as sorted_by from audit_entry o
        where o.hub_id = ${actor.hub_id} and o.what ~ '\\.(asked|downloaded|published)$'
          and not (o.what like '%.asked' and exists (select from audit_entry d
            where d.hub_id = o.hub_id and d.request_id = o.request_id and d.adviser_id is not distinct from o.adviser_id
              and d.what ~ '\\.downloaded$' and d.what = replace(o.what, '.asked', '.downloaded')))) e
      where ${where} ${order}`.execute(db)
    const page = asPage(found.rows, input)
    const own = new Map((await ownIndicators(db, actor)).map(({ definition: { key, title } }) => [key, title]))
    return { ...page, rows: page.rows.map((row) => shown(row, own)) }
  })

/** How some were noted before they had a name of their own. */
const OLD_NAMES: Readonly<Record<string, string>> = { 'demand.published': 'demand_tables.downloaded' }

/** `own` are the titles of the hub's own indicators, by key. */
function shown({ id, at, by, what, detail }: Omit<Entry, 'sorted_by'>, own: ReadonlyMap<string, string>) {
  const [kind = '', state] = (OLD_NAMES[what] ?? what).split('.')
  const { reason = null, rows, units, key, ...of } = Detail.catch({}).parse(detail)
  const narrowed = Narrowed.catch({}).parse(detail)
  const many =
    typeof rows === 'object' ? Object.values(rows).reduce((sum, each) => sum + each, 0) : (rows ?? units ?? null)
  return {
    id,
    at,
    by,
    file: kind in TAKEN_NAMES ? TAKEN_NAMES[kind as Taken] : kind,
    figure: key === undefined ? null : (findDefinition(key)?.title ?? own.get(key) ?? key),
    of,
    narrowed,
    reason,
    many,
    whole: state === 'downloaded',
  }
}

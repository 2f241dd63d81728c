import type { Db, Tx } from '@hubline/db/connection.ts'
import type { Day } from '@hubline/domain/day.ts'
import { MOST_RETURNED } from '@hubline/domain/partners/read-return.ts'
import type { RowOutcome } from '@hubline/domain/partners/return-form.ts'
import { Problem } from '@hubline/domain/problem.ts'
import { sql } from 'kysely'
import { z } from 'zod'
import { reads } from '../trpc.ts'
import { type JudgedRow, judgeReturn, rowsKept } from './judge-return.ts'

/** One return: who brought it and when, and every row of it with what came, or will come, of it. */
export const returnPage = reads('partner:receive')
  .input(z.object({ reference: z.string().max(40) }))
  .query(async ({ ctx: { db, actor }, input: { reference } }) => {
    const { hub_id } = actor
    const received = await returnCalled(db, hub_id, reference)
    const { id, organisation_id } = received
    const rows =
      received.state === 'received'
        ? (await judgeReturn(db, { hub_id, organisation_id, rows: await rowsKept(db, { hub_id, id }) })).map(shown)
        : await rowsTaken(db, hub_id, id)
    return { received, rows }
  })

type Received = {
  id: string
  version: number
  reference: string
  state: 'received' | 'taken_in' | 'withdrawn'
  organisation_id: string
  partner: string
  year: string
  received_on: Day
  received_by: string
  taken_on: Day | null
  taken_by: string | null
  file_name: string | null
  sheet: string
  sha256: string
  without_names: number | null
  total_reference: string | null
  withdrawn_on: Day | null
  withdrawn_by: string | null
  withdrawn_because: string | null
}

async function returnCalled(db: Db, hub_id: string, reference: string): Promise<Received> {
  const found = await sql<Received>`
    select r.id, r.version, r.reference, case when r.voided_at is not null then 'withdrawn' when r.awaits then 'received' else 'taken_in' end as state,
      r.organisation_id, o.name as partner, r.year, r.received_on, a.name as received_by,
      case when r.awaits then null else coalesce(r.taken_on, r.received_on) end as taken_on,
      case when r.awaits then null else coalesce(k.name, a.name) end as taken_by, r.file_name, r.sheet, r.sha256,
      t.value::double precision as without_names, t.reference as total_reference,
      (r.voided_at at time zone 'Europe/London')::date as withdrawn_on, v.name as withdrawn_by, r.void_reason as withdrawn_because
    from app.partner_return r
      join app.organisation o on o.hub_id = r.hub_id and o.id = r.organisation_id
      join app.adviser a on a.hub_id = r.hub_id and a.id = r.received_by
      left join app.adviser k on k.hub_id = r.hub_id and k.id = r.taken_by
      left join app.adviser v on v.hub_id = r.hub_id and v.id = r.voided_by
      left join app.partner_total t on t.hub_id = r.hub_id and t.id = r.partner_total_id
    where r.hub_id = ${hub_id} and r.reference = ${reference}`.execute(db)
  const [received] = found.rows
  if (!received) throw new Problem('not_found', `There is no return ${reference} in your hub`)
  return received
}

type ShownRow = Omit<
  JudgedRow,
  'error' | 'mark' | 'outcome' | 'candidates' | 'decided_business_id' | 'decided_business' | 'repeats'
> & {
  /** Null where the return was withdrawn before anything came of it. */
  outcome: RowOutcome | 'unsure' | null
  candidates: JudgedRow['candidates']
  decided_business_id: string | null
  support_reference: string | null
  repeats_reference: string | null
}

const shown = ({ error: _, mark: _mark, decided_business: _decided, repeats, ...row }: JudgedRow): ShownRow => ({
  ...row,
  support_reference: null,
  repeats_reference: repeats?.reference ?? null,
})

/** What came of each row. A business that was merged since is called by the one that remains. */
async function rowsTaken(tx: Db | Tx, hub_id: string, id: string): Promise<ShownRow[]> {
  const found = await sql<Omit<ShownRow, 'business' | 'candidates'> & { business: ShownRow['business'] }>`
    select w.id, w.version, w.row, w.name, w.company_number, w.postcode, w.supported_on, w.minutes, w.note, w.says, w.outcome,
      w.decided, w.decided_business_id, d.name as decided_by, s.reference as support_reference, p.reference as repeats_reference,
      case when q.id is not null then jsonb_build_object('id', q.id, 'reference', q.reference, 'name', q.name) end as business
    from app.partner_return_row w
      left join app.partner_support s on s.hub_id = w.hub_id and s.id = w.partner_support_id
      left join app.partner_support p on p.hub_id = w.hub_id and p.id = w.repeats_id
      left join app.business b on b.hub_id = w.hub_id and b.id = coalesce(s.business_id, p.business_id)
      left join app.business q on q.hub_id = b.hub_id and q.id = b.counts_as_id
      left join app.adviser d on d.hub_id = w.hub_id and d.id = w.decided_by
    where w.hub_id = ${hub_id} and w.partner_return_id = ${id} order by w.row limit ${MOST_RETURNED}`.execute(tx)
  return found.rows.map((row) => ({ ...row, candidates: [] }))
}

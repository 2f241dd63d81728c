import type { AttendanceStatus } from '@hubline/domain/events/stages.ts'
import { sql } from 'kysely'
import { z } from 'zod'
import type { Candidate } from '../businesses/candidates.ts'
import { AskPage, asPage, pageSql } from '../records/key-page.ts'
import { reads } from '../trpc.ts'
import { GUEST_LISTS, guestsOf } from './guest-lists.ts'
import { peopleLike, rankedBusinesses, rankedPeople, workplacesOf, type Workplace } from './similar-clients.ts'

type Typed = {
  id: string
  reference: string
  status: AttendanceStatus
  given_name: string
  family_name: string
  business_name: string | null
  email: string | null
  phone: string | null
  /** Settled already, where only the business is still open. */
  person: { id: string; reference: string; name: string } | null
}

/** Somebody who is not yet known, as they wrote themselves, with whom they may be: similar names first. */
export type Unmatched = Typed & {
  people: (Candidate & { workplaces: readonly Workplace[] })[]
  workplaces: readonly Workplace[]
  businesses: Candidate[]
}

/** Those at an event of whom nobody has said yet who they are, in the order in which they asked, a few at a time. */
export const matchQueue = reads('event:read')
  .input(z.object({ event_id: z.uuid(), ...AskPage, size: z.int().min(1).max(20).default(10) }))
  .query(async ({ ctx: { db, actor }, input }) => {
    const { hub_id } = actor
    const { where, order } = pageSql(input)
    const found = await sql<Typed & { sorted_by: string }>`
      select * from (
        select to_char(coalesce(t.booking_no, 0), 'FM0000000000') as sorted_by, t.id, t.reference, t.status,
          r.given_name, r.family_name, r.business_name, r.email, r.phone,
          case when p.id is not null then json_build_object('id', p.id, 'reference', p.reference, 'name', p.given_name || ' ' || p.family_name) end as person
        from ${guestsOf(hub_id, sql`${input.event_id}::uuid`)} and ${GUEST_LISTS.to_match}) q
      where ${where} ${order}`.execute(db)
    const { rows, next, previous } = asPage(found.rows, input)
    const unmatched: Unmatched[] = []
    for (const row of rows) {
      const people = row.person ? [] : rankedPeople(row, await peopleLike(db, hub_id, row))
      const at = await workplacesOf(db, hub_id, [...people.map(({ id }) => id), ...(row.person ? [row.person.id] : [])])
      unmatched.push({
        ...row,
        people: people.map((person) => ({ ...person, workplaces: at.get(person.id) ?? [] })),
        workplaces: row.person ? (at.get(row.person.id) ?? []) : [],
        businesses: await rankedBusinesses(db, hub_id, row),
      })
    }
    return { rows: unmatched, next, previous }
  })

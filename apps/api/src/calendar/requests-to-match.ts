import type { SelfPlace } from '@hubline/domain/calendar/book-with-broker.ts'
import { sql } from 'kysely'
import { z } from 'zod'
import type { Candidate } from '../businesses/candidates.ts'
import { type Workplace, peopleLike, rankedBusinesses, rankedPeople, workplacesOf } from '../events/similar-clients.ts'
import { AskPage, asPage, pageSql } from '../records/key-page.ts'
import { reads } from '../trpc.ts'

type Typed = {
  id: string
  reference: string
  given_name: string
  family_name: string
  business_name: string
  email: string
  phone: string | null
  slot_start: Date
  slot_end: Date
  place: SelfPlace
  broker: string
}

/** A booking of somebody who is not yet known, as they wrote themselves, with whom they may be. */
export type RequestToMatch = Typed & {
  people: (Candidate & { workplaces: readonly Workplace[] })[]
  businesses: Candidate[]
}

/** Bookings of which nobody has said yet for which business they are, the next one first, a few at a time. */
export const requestsToMatch = reads('diary:read')
  .input(z.object({ ...AskPage, size: z.int().min(1).max(20).default(10) }))
  .query(async ({ ctx: { db, actor }, input }) => {
    const { hub_id } = actor
    const { where, order } = pageSql(input)
    const found = await sql<Typed & { sorted_by: string }>`
      select * from (
        select to_char(q.slot_start at time zone 'UTC', 'YYYY-MM-DD HH24:MI') as sorted_by, q.id, q.reference, q.given_name, q.family_name,
          q.business_name, q.email, q.phone, q.slot_start, q.slot_end, q.place, a.name as broker
        from app.booking_request q join app.adviser a on a.hub_id = q.hub_id and a.id = q.broker_id
        where q.hub_id = ${hub_id} and q.status = 'waiting' and q.voided_at is null) w
      where ${where} ${order}`.execute(db)
    const { rows, next, previous } = asPage(found.rows, input)
    const requests: RequestToMatch[] = []
    for (const row of rows) {
      const people = rankedPeople(row, await peopleLike(db, hub_id, row))
      const at = await workplacesOf(
        db,
        hub_id,
        people.map(({ id }) => id),
      )
      requests.push({
        ...row,
        people: people.map((person) => ({ ...person, workplaces: at.get(person.id) ?? [] })),
        businesses: await rankedBusinesses(db, hub_id, row),
      })
    }
    return { rows: requests, next, previous }
  })

import type { CallListCriteria } from '@hubline/domain/skills-reviews/call-list.ts'
import { Problem } from '@hubline/domain/problem.ts'
import { LETTER_STATES, type LetterState } from '@hubline/domain/skills-reviews/offer-letter.ts'
import type { DeclineReason } from '@hubline/domain/skills-reviews/decline-reasons.ts'
import type { ReviewStatus } from '@hubline/domain/skills-reviews/stages.ts'
import { sql } from 'kysely'
import { z } from 'zod'
import { AskPage, asPage, pageSql } from '../records/key-page.ts'
import { reads } from '../trpc.ts'
import { type LetterCounts, isAnswered, letterCountsSql, lettersFrom } from './offer-letters-sql.ts'

type Mailing = {
  id: string
  reference: string
  subject: string
  made_by: string
  made_at: Date
  counts: LetterCounts
}

/** The offers that the hub sent by mail, the newest first. */
export const offerMailings = reads('review:work')
  .input(z.object(AskPage))
  .query(async ({ ctx: { db, actor }, input }) => {
    const { where, order } = pageSql({ ...input, direction: 'desc' })
    const found = await sql<Mailing & { sorted_by: string }>`
      with m as materialized (select * from (select m.*, m.id::text as sorted_by from app.offer_mailing m
          where m.hub_id = ${actor.hub_id} and m.voided_at is null) f where ${where} ${order})
      select m.sorted_by, m.id, m.reference, m.subject, m.made_at,
        (select a.name from app.adviser a where a.hub_id = m.hub_id and a.id = m.made_by_id) as made_by,
        ${letterCountsSql(actor.hub_id, sql`m.id`)} as counts
      from m ${order}`.execute(db)
    return asPage(found.rows, input)
  })

/** One letter as it was written, and how far it is with all its businesses. */
export const offerMailing = reads('review:work')
  .input(z.object({ reference: z.string().min(1).max(100) }))
  .query(async ({ ctx: { db, actor }, input: { reference } }) => {
    const found = await sql<Mailing & { text: string; criteria: CallListCriteria }>`
      select m.id, m.reference, m.subject, m.text, m.criteria, m.made_at,
        (select a.name from app.adviser a where a.hub_id = m.hub_id and a.id = m.made_by_id) as made_by,
        ${letterCountsSql(actor.hub_id, sql`m.id`)} as counts
      from app.offer_mailing m where m.hub_id = ${actor.hub_id} and m.reference = ${reference} and m.voided_at is null`.execute(
      db,
    )
    const [mailing] = found.rows
    if (!mailing)
      throw new Problem('not_found', `There are no offers by mail ${reference} in your hub: choose them from the list`)
    return mailing
  })

export type LetterRow = {
  id: string
  place: number
  business: { reference: string; name: string; district_code: string | null }
  person: { reference: string; name: string }
  state: LetterState
  reason: string | null
  review: { reference: string; status: ReviewStatus; decline_reason: DeclineReason | null } | null
}

/** The letters of one mailing in their order: all, those that stand somewhere, or those whose offer has an answer. */
export const offerLetters = reads('review:work')
  .input(z.object({ id: z.uuid(), shown: z.enum([...LETTER_STATES, 'answered']).optional(), ...AskPage }))
  .query(async ({ ctx: { db, actor }, input: { id, shown, ...page } }) => {
    const { where, order } = pageSql(page)
    const standing = shown === undefined ? sql`true` : shown === 'answered' ? isAnswered : sql`l.state = ${shown}`
    const found = await sql<LetterRow & { sorted_by: string }>`
      with l as materialized (select * from (select l.*, lpad(l.place::text, 6, '0') as sorted_by, r.reference as review_reference, r.status, r.decline_reason
          from ${lettersFrom(actor.hub_id, sql`${id}::uuid`)} and ${standing}) f
        where ${where} ${order})
      select l.sorted_by, l.id, l.place, l.state, l.reason,
        json_build_object('reference', b.reference, 'name', b.name, 'district_code', b.located_in) as business,
        json_build_object('reference', p.reference, 'name', p.given_name || ' ' || p.family_name) as person,
        case when l.status is not null then json_build_object('reference', l.review_reference, 'status', l.status, 'decline_reason', l.decline_reason) end as review
      from l join app.business q on q.hub_id = l.hub_id and q.id = l.business_id join app.business b on b.hub_id = q.hub_id and b.id = q.counts_as_id
        join app.person w on w.hub_id = l.hub_id and w.id = l.person_id join app.person p on p.hub_id = w.hub_id and p.id = w.counts_as_id
      ${order}`.execute(db)
    return asPage(found.rows, page)
  })

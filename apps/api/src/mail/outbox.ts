import { MAIL_STATES, type MailKind } from '@hubline/domain/mail/letter.ts'
import { sql } from 'kysely'
import { z } from 'zod'
import { AskPage, asPage, pageSql } from '../records/key-page.ts'
import { reads } from '../trpc.ts'
import { mailKey } from './send-mail.ts'

const AskOutbox = z.object({
  state: z.enum(MAIL_STATES).optional(),
  ...AskPage,
  direction: z.literal('desc').default('desc'),
})

export type MailRow = {
  id: string
  kind: MailKind
  to_address: string
  to_name: string | null
  subject: string
  state: (typeof MAIL_STATES)[number]
  /** Why it was not sent, or not yet. */
  reason: string | null
  queued_at: Date
  sent_at: Date | null
}

/** The messages of the hub, newest first: identifiers are in the order of time. */
export const outbox = reads('mail:read')
  .input(AskOutbox)
  .query(async ({ ctx: { db, actor, sends_mail }, input }) => {
    const { where, order } = pageSql(input)
    const found = await sql<MailRow & { sorted_by: string }>`
      select id, kind, to_address, to_name, subject, state, queued_at, sent_at, sorted_by,
        coalesce(reason, (select j.trouble from app.background_job j
          where j.hub_id = m.hub_id and j.key = ${mailKey('')} || m.id and j.state = 'waiting')) as reason
      from (
        select *, '' as sorted_by from app.mail_message
        where hub_id = ${actor.hub_id} and voided_at is null ${input.state ? sql`and state = ${input.state}` : sql``}) m
      where ${where} ${order}`.execute(db)
    return { ...asPage(found.rows, input), sends_mail }
  })

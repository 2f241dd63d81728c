import type { Tx } from '@hubline/db/connection.ts'
import { fileOf } from '@hubline/domain/imports/bundle.ts'
import type { RecordKind } from '@hubline/domain/imports/bundle-file.ts'
import { Problem } from '@hubline/domain/problem.ts'
import { sql } from 'kysely'
import { z } from 'zod'
import { reads } from '../trpc.ts'
import { mailKey } from './send-mail.ts'

/** One message whole, as it was written. Where its text says {link}, a link was made as it left: nobody here sees it. */
export const message = reads('mail:read')
  .input(z.object({ id: z.uuid('Choose a message from the list') }))
  .query(async ({ ctx: { db, actor, sends_mail }, input: { id } }) => {
    const mail = await db
      .selectFrom('mail_message as m')
      .leftJoin('background_job as j', (join) =>
        join.onRef('j.hub_id', '=', 'm.hub_id').on('j.key', '=', mailKey(id)).on('j.state', '=', 'waiting'),
      )
      .select(['m.id', 'm.version', 'm.kind', 'm.to_address', 'm.to_name', 'm.reply_to', 'm.subject', 'm.text'])
      .select(['m.calendar_method', 'm.calendar', 'm.state', 'm.queued_at', 'm.sent_at', 'm.about_kind', 'm.about_id'])
      .select((eb) => [
        eb.fn.coalesce('m.reason', 'j.trouble').as('reason'),
        eb('m.attempts', '+', eb.fn.coalesce('j.attempts', eb.lit(0))).as('attempts'),
        'j.run_at as next_attempt_at',
      ])
      .where('m.hub_id', '=', actor.hub_id)
      .where('m.id', '=', id)
      .where('m.voided_at', 'is', null)
      .executeTakeFirst()
    if (!mail) throw new Problem('not_found', 'There is no such message in your hub: choose one from the list')
    const { about_kind, about_id, ...shown } = mail
    return { ...shown, about: await aboutOf(db, actor.hub_id, about_kind as RecordKind | null, about_id), sends_mail }
  })

type About = { kind: RecordKind; reference: string; noun: string }

async function aboutOf(db: Tx, hub_id: string, kind: RecordKind | null, id: string | null): Promise<About | null> {
  if (kind === null || id === null) return null
  const found = await sql<{ reference: string }>`
    select reference from ${sql.table(`app.${fileOf(kind).kind}`)} where hub_id = ${hub_id} and id = ${id}`.execute(db)
  const [record] = found.rows
  return record ? { kind, reference: record.reference, noun: fileOf(kind).noun } : null
}

import type { Tx } from '@hubline/db/connection.ts'
import type { RecordKind } from '@hubline/domain/imports/bundle-file.ts'
import { LINK_HERE, Letter } from '@hubline/domain/mail/letter.ts'
import { Problem } from '@hubline/domain/problem.ts'
import { sql } from 'kysely'
import type { z } from 'zod'
import { enqueue } from '../jobs/enqueue.ts'
import type { FreshLink } from './fresh-link.ts'

export type Message = z.input<typeof Letter> & {
  /** Made as the message leaves, in place of {link} in its text. */
  link?: FreshLink
  /** The record that the message is about. */
  about?: { kind: RecordKind; id: string }
}

/**
 * Queues a message to one person, as a record of the hub of the transaction: it leaves once the transaction has ended,
 * and not at all if that fails. Gives its id. @throws Problem 'invalid' where it cannot be sent to that address
 */
export async function sendMail(tx: Tx, { link, about, ...letter }: Message): Promise<string> {
  const read = Letter.safeParse(letter)
  if (!read.success) {
    const [issue] = read.error.issues
    throw new Problem('invalid', issue?.message ?? 'The message cannot be sent', String(issue?.path[0]))
  }
  if (link && !read.data.text.includes(LINK_HERE)) throw new Error(`A message with a link says where: ${LINK_HERE}`)
  const { kind, to, to_name, reply_to, subject, text, calendar } = read.data
  const made = await tx
    .insertInto('mail_message')
    .values({
      reference: sql<string>`app.new_id()::text`,
      kind,
      to_address: to,
      to_name: to_name ?? null,
      reply_to: reply_to ?? null,
      subject,
      text,
      calendar_method: calendar?.method ?? null,
      calendar: calendar?.ics ?? null,
      link_purpose: link?.purpose ?? null,
      link_id: link?.id ?? null,
      about_kind: about?.kind ?? null,
      about_id: about?.id ?? null,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await queueMail(tx, made.id)
  return made.id
}

/** The key of the job that takes a message to the mail server. */
export const mailKey = (id: string): string => `mail:${id}`

export const queueMail = (tx: Tx, id: string): Promise<void> =>
  enqueue(tx, 'deliver_mail', { mail_id: id }, { key: mailKey(id) })

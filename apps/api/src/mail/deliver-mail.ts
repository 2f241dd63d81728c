import type { Tx } from '@hubline/db/connection.ts'
import { LINK_HERE, type MailState } from '@hubline/domain/mail/letter.ts'
import { sql } from 'kysely'
import type { Doer, Job, Outside } from '../jobs/doer.ts'
import { takeBackUndelivered } from '../skills-reviews/undelivered-offer.ts'
import { isFreshLink, makeFreshLink } from './fresh-link.ts'
import { type Outgoing, Refused } from './post.ts'

type MailJob = Job<'deliver_mail'>
type Outcome = { state: Exclude<MailState, 'waiting'>; reason: string | null }

const KEPT: Outcome = { state: 'kept', reason: 'No mail server is set' }
const UNWANTED: Outcome = { state: 'failed', reason: 'Its link is not wanted any more' }

/** Takes a message to the mail server, or keeps it for the admins to see where none is set. */
export const deliverMail: Doer<'deliver_mail'> = {
  outside: async (job, inHub) => {
    const outgoing = await inHub((tx) => readyToGo(tx, job))
    if (outgoing === undefined) return () => Promise.resolve()
    const outcome = 'state' in outgoing ? outgoing : await handOver(job.outside, outgoing)
    return (tx) => record(tx, job, outcome)
  },
  givesUp: (tx, job, trouble) => record(tx, job, { state: 'failed', reason: trouble }),
}

/** The message with its link; or what became of it without being sent; or nothing where it does not wait any more. */
async function readyToGo(tx: Tx, { hub_id, input, outside }: MailJob): Promise<Outgoing | Outcome | undefined> {
  const mail = await tx
    .selectFrom('mail_message as mail')
    .innerJoin('hub', (join) => join.onRef('hub.hub_id', '=', 'mail.hub_id').onRef('hub.id', '=', 'mail.hub_id'))
    .select(['mail.id', 'mail.to_address', 'mail.to_name', 'mail.reply_to', 'mail.subject', 'mail.text'])
    .select(['mail.calendar_method', 'mail.calendar', 'mail.link_purpose', 'mail.link_id', 'hub.name as hub_name'])
    .where('mail.hub_id', '=', hub_id)
    .where('mail.id', '=', input.mail_id)
    .where('mail.state', '=', 'waiting')
    .where('mail.voided_at', 'is', null)
    .executeTakeFirst()
  if (!mail) return undefined
  if (!outside.post) return KEPT
  const text = await withLink(tx, mail, outside)
  if (text === undefined) return UNWANTED
  const { id, hub_name, to_address: to, to_name, reply_to, subject, calendar_method: method, calendar: ics } = mail
  const calendar = method === null || ics === null ? undefined : { method, ics }
  return { id, hub_name, to, to_name, reply_to, subject, text, calendar }
}

type WithLink = { text: string; link_purpose: string | null; link_id: string | null }

async function withLink(
  tx: Tx,
  { text, link_purpose: purpose, link_id: id }: WithLink,
  { public_url }: Outside,
): Promise<string | undefined> {
  if (purpose === null || id === null) return text
  if (!isFreshLink(purpose)) throw new Error(`Nobody here makes links for ${purpose}`)
  const link = await makeFreshLink(tx, { purpose, id }, public_url)
  return link === undefined ? undefined : text.replaceAll(LINK_HERE, () => link)
}

async function handOver({ post }: Outside, outgoing: Outgoing): Promise<Outcome> {
  try {
    await post?.send(outgoing)
    return { state: 'sent', reason: null }
  } catch (fault) {
    if (fault instanceof Refused) return { state: 'failed', reason: `The mail server refused it: ${fault.message}` }
    throw fault
  }
}

async function record(tx: Tx, { hub_id, input, attempt }: MailJob, { state, reason }: Outcome): Promise<void> {
  const told = await tx
    .updateTable('mail_message')
    .set((eb) => ({
      state,
      reason,
      // Keeping a message is no attempt to send it.
      attempts: eb('attempts', '+', state === 'kept' ? 0 : attempt),
      ...(state === 'sent' ? { sent_at: sql<Date>`now()` } : {}),
    }))
    .where('hub_id', '=', hub_id)
    .where('id', '=', input.mail_id)
    .where('state', '=', 'waiting')
    .executeTakeFirst()
  if (state !== 'sent' && told.numUpdatedRows > 0n)
    await takeBackUndelivered(tx, hub_id, input.mail_id, reason ?? 'it was kept')
}

import type { Tx } from '@hubline/db/connection.ts'
import { type Day, todayInLondon } from '@hubline/domain/day.ts'
import { MailAddress } from '@hubline/domain/mail/letter.ts'
import { Problem } from '@hubline/domain/problem.ts'
import { LEFT_OUT_BECAUSE, type MailStanding, merge } from '@hubline/domain/skills-reviews/offer-letter.ts'
import { sql } from 'kysely'
import type { Doer } from '../jobs/doer.ts'
import { enqueue } from '../jobs/enqueue.ts'
import { sendMail } from '../mail/send-mail.ts'
import { contactSql } from './mail-candidates-sql.ts'
import { makeOffer } from './make-offer.ts'

/** The key of the job that sends the letters of a mailing. */
export const offersKey = (mailing_id: string): string => `offers:${mailing_id}`

const AT_ONCE = 40

type Mailing = {
  hub_id: string
  subject: string
  text: string
  hub: string
  made_by_id: string
  broker: string
  broker_email: string
}
type Letter = { id: string; business_id: string; business: string; contact: Contact | null }
type Contact = {
  person_id: string
  given_name: string
  family_name: string
  email: string | null
  standing: MailStanding
}

/** Makes the offers of a mailing and queues their messages, some at a time, asking anew of each whether it may go. */
export const sendOffers: Doer<'send_offers'> = {
  inside: async (tx, { hub_id, input: { mailing_id }, now }) => {
    const mailing = await mailingOf(tx, hub_id, mailing_id)
    if (!mailing) return
    const letters = await waitingLetters(tx, hub_id, mailing_id)
    for (const letter of letters) await sendOne(tx, mailing, letter, todayInLondon(now))
    if (letters.length === AT_ONCE) await enqueue(tx, 'send_offers', { mailing_id }, { key: offersKey(mailing_id) })
  },
}

async function mailingOf(tx: Tx, hub_id: string, id: string): Promise<Mailing | undefined> {
  const found =
    await sql<Mailing>`select m.hub_id, m.subject, m.text, h.name as hub, m.made_by_id, a.name as broker, a.email as broker_email
    from app.offer_mailing m join app.hub h on h.hub_id = m.hub_id and h.id = m.hub_id
      join app.adviser a on a.hub_id = m.hub_id and a.id = m.made_by_id
    where m.hub_id = ${hub_id} and m.id = ${id} and m.voided_at is null`.execute(tx)
  return found.rows[0]
}

async function waitingLetters(tx: Tx, hub_id: string, mailing_id: string): Promise<Letter[]> {
  const found = await sql<Letter>`
    select l.id, b.id as business_id, b.name as business, to_jsonb(w) as contact
    from app.offer_letter l join app.business o on o.hub_id = l.hub_id and o.id = l.business_id
      join app.business b on b.hub_id = o.hub_id and b.id = o.counts_as_id
      left join lateral (${contactSql(hub_id, sql`p.id = (select a.counts_as_id from app.person a where a.hub_id = l.hub_id and a.id = l.person_id)`)}) w on true
    where l.hub_id = ${hub_id} and l.offer_mailing_id = ${mailing_id} and l.state = 'waiting' and l.voided_at is null
    order by l.place limit ${sql.lit(AT_ONCE)} for update of l`.execute(tx)
  return found.rows
}

async function sendOne(tx: Tx, mailing: Mailing, letter: Letter, today: Day): Promise<void> {
  const { hub_id } = mailing
  const outcome = await offered(tx, mailing, letter, today)
  await tx.updateTable('offer_letter').set(outcome).where('hub_id', '=', hub_id).where('id', '=', letter.id).execute()
}

type Outcome =
  | { state: 'offered'; skills_review_id: string; mail_message_id: string }
  | { state: 'left_out'; reason: string }

const leftOut = (reason: string): Outcome => ({ state: 'left_out', reason })

/** Between the letter and now a colleague may have called, or the person may have said no. */
async function offered(
  tx: Tx,
  mailing: Mailing,
  { business_id, business, contact }: Letter,
  today: Day,
): Promise<Outcome> {
  if (!contact) return leftOut('The person does not work there any more.')
  if (contact.standing !== 'can') return leftOut(LEFT_OUT_BECAUSE[contact.standing])
  const to = MailAddress.safeParse(contact.email)
  if (!to.success) return leftOut(`Mail cannot be sent to ${contact.email}: put the address right.`)
  await sql`savepoint letter`.execute(tx)
  try {
    return await writeTo(tx, mailing, { business_id, business, contact, to: to.data }, today)
  } catch (refusal) {
    if (!(refusal instanceof Problem)) throw refusal
    // An offer whose letter cannot be written was not made.
    await sql`rollback to savepoint letter`.execute(tx)
    return leftOut(`${refusal.message}.`)
  }
}

type Named = { business_id: string; business: string; contact: Contact; to: string }

async function writeTo(
  tx: Tx,
  mailing: Mailing,
  { business_id, business, contact, to }: Named,
  today: Day,
): Promise<Outcome> {
  const { hub_id, hub, broker } = mailing
  const { person_id, given_name, family_name } = contact
  const values = { contact: `${given_name} ${family_name}`, first_name: given_name, business, broker, hub }
  const made = await sql<{ id: string }>`select app.new_id() as id`.execute(tx)
  const review = await makeOffer(
    tx,
    { hub_id, adviser_id: mailing.made_by_id },
    {
      id: made.rows[0]?.id ?? '',
      business_id,
      offered_on: today,
      offer_channel: 'e-mail',
      offered_to_id: person_id,
      answer: 'waiting',
      decline_reason: null,
    },
    today,
  )
  const mail_message_id = await sendMail(tx, {
    kind: 'offer',
    to,
    to_name: values.contact,
    reply_to: mailing.broker_email,
    subject: merge(mailing.subject, values),
    text: merge(mailing.text, values),
    link: { purpose: 'book_review', id: review.id },
    about: { kind: 'skills_review', id: review.id },
  })
  return { state: 'offered', skills_review_id: review.id, mail_message_id }
}

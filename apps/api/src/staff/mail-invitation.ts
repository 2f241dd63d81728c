import type { Tx } from '@hubline/db/connection.ts'
import { LINK_HERE } from '@hubline/domain/mail/letter.ts'
import { INVITATION_DAYS } from '@hubline/domain/staff/invite.ts'
import { ROLE_NAMES } from '@hubline/domain/staff/permissions.ts'
import { sendMail } from '../mail/send-mail.ts'

type Invited = { hub_id: string; adviser_id: string }

/** Sends somebody the link by which they join the hub. One that still waits to be sent to them is not sent any more. */
export async function mailInvitation(db: Tx, { hub_id, adviser_id }: Invited): Promise<void> {
  const { name, email, role, hub_name } = await db
    .selectFrom('adviser')
    .innerJoin('hub', (join) => join.onRef('hub.hub_id', '=', 'adviser.hub_id').onRef('hub.id', '=', 'adviser.hub_id'))
    .select(['adviser.name', 'adviser.email', 'adviser.role', 'hub.name as hub_name'])
    .where('adviser.hub_id', '=', hub_id)
    .where('adviser.id', '=', adviser_id)
    .executeTakeFirstOrThrow()
  await db
    .updateTable('mail_message')
    .set({ state: 'failed', reason: 'A newer invitation was sent instead' })
    .where('hub_id', '=', hub_id)
    .where('state', '=', 'waiting')
    .where('link_purpose', '=', 'invitation')
    .where('link_id', '=', adviser_id)
    .execute()
  const paragraphs = [
    `Hello ${name}`,
    `You are invited to work in ${hub_name} on Hubline. Your role: ${ROLE_NAMES[role]}.`,
    `Open this link to choose a password and sign in:\n${LINK_HERE}`,
    `It works once, and for ${INVITATION_DAYS} days. If you know nothing of this, you need do nothing.`,
  ]
  await sendMail(db, {
    kind: 'invitation',
    to: email,
    to_name: name,
    subject: `Invitation to ${hub_name}`,
    text: paragraphs.join('\n\n'),
    link: { purpose: 'invitation', id: adviser_id },
    about: { kind: 'adviser', id: adviser_id },
  })
}

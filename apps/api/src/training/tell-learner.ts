import type { Tx } from '@hubline/db/connection.ts'
import { MailAddress } from '@hubline/domain/mail/letter.ts'
import { type PlaceGiven, letterOfPlace } from '@hubline/domain/training/place-letter.ts'
import { sql } from 'kysely'
import { sendMail } from '../mail/send-mail.ts'

type Told = PlaceGiven & { email: string | null }

/**
 * Tells somebody who came up from a waiting list that they have a place, as the transaction ends. It answers what they
 * asked for, so it needs no consent to marketing; whoever has no address is for the staff to ring.
 */
export async function tellOfPlace(tx: Tx, { hub_id, id }: { hub_id: string; id: string }): Promise<void> {
  const found = await sql<Told>`
    select p.given_name || ' ' || p.family_name as name, p.email, h.name as hub, c.title, s.starts_on, s.ends_on, s.place, s.is_online,
      (select o.name from app.organisation o where o.hub_id = c.hub_id and o.id = c.organisation_id) as provider
    from app.participation t join app.course_session s on s.hub_id = t.hub_id and s.id = t.session_id
      join app.course c on c.hub_id = t.hub_id and c.id = t.course_id join app.hub h on h.hub_id = t.hub_id and h.id = t.hub_id
      join app.person q on q.hub_id = t.hub_id and q.id = t.person_id join app.person p on p.hub_id = q.hub_id and p.id = q.counts_as_id
    where t.hub_id = ${hub_id} and t.id = ${id}`.execute(tx)
  for (const { email, ...told } of found.rows) {
    const to = MailAddress.safeParse(email)
    if (!to.success) continue
    await sendMail(tx, {
      kind: 'training_place',
      to: to.data,
      to_name: told.name,
      ...letterOfPlace(told),
      about: { kind: 'participation', id },
    })
  }
}

import { Problem } from '@hubline/domain/problem.ts'
import { SendOffers } from '@hubline/domain/skills-reviews/offer-letter.ts'
import { sql } from 'kysely'
import { enqueue } from '../jobs/enqueue.ts'
import { nextReference } from '../records/next-reference.ts'
import { writes } from '../trpc.ts'
import { candidateScope } from './count-candidates.ts'
import { mailCandidatesSql } from './mail-candidates-sql.ts'
import { offersKey } from './send-offers.ts'

/** Addresses a letter to one named person at each business that matches now; a background job makes the offers. */
export const writeOffers = writes('review:work')
  .input(SendOffers)
  .mutation(async ({ ctx: { db, actor, today, sends_mail }, input }) => {
    const { id, criteria, subject, text, most } = input
    const { hub_id, adviser_id } = actor
    if (!sends_mail)
      throw new Problem(
        'invalid',
        'No mail server is set, so no offer can be sent: ask whoever runs Hubline to set SMTP_URL',
      )
    const reference = await nextReference(db, 'offer_mailing')
    await db
      .insertInto('offer_mailing')
      .values({ hub_id, id, reference, subject, text, criteria: JSON.stringify(criteria), made_by_id: adviser_id })
      .execute()
    const scope = await candidateScope(db, hub_id, today)
    const made =
      await sql`insert into app.offer_letter (hub_id, reference, offer_mailing_id, place, business_id, person_id)
      select ${hub_id}::uuid, ${reference} || '-' || lpad(c.at::text, 3, '0'), ${id}::uuid, c.at, c.id, c.person_id
      from (select c.*, row_number() over (order by c.place) as at from ${mailCandidatesSql(criteria, scope)} c where c.standing = 'can') c
      where c.at <= ${most}`.execute(db)
    const letters = Number(made.numAffectedRows ?? 0)
    if (letters === 0)
      throw new Problem('invalid', 'Nobody who matches can be written to: take one of the conditions out', 'criteria')
    await enqueue(db, 'send_offers', { mailing_id: id }, { key: offersKey(id) })
    return { id, reference, letters }
  })

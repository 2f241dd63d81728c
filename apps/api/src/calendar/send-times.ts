import { SendTimes } from '@hubline/domain/calendar/choose-time.ts'
import { LINK_HERE } from '@hubline/domain/mail/letter.ts'
import { Problem } from '@hubline/domain/problem.ts'
import { sendMail } from '../mail/send-mail.ts'
import { changeRecord } from '../records/change-record.ts'
import { writes } from '../trpc.ts'
import { attendeeOf, usualAttendee } from './attendee.ts'
import { bookingLink } from './booking-link.ts'
import { reviewToChange } from './review-to-change.ts'

/** Lets a client choose a time themselves: sends the link, and gives it once for whoever would rather pass it on. */
export const sendTimes = writes('review:book', { reply_is_secret: true })
  .input(SendTimes)
  .mutation(async ({ ctx: { db, actor, public_url }, input }) => {
    const { hub_id } = actor
    const { id, version, place } = input
    const review = await reviewToChange(db, { hub_id, id, version })
    const who = attendeeOf(
      { attendee_name: input.attendee_name, attendee_email: input.attendee_email === '' ? null : input.attendee_email },
      await usualAttendee(db, hub_id, review.business_id),
    )
    const values = { place, ...who }
    const changed = await changeRecord(db, { kind: 'skills_review', hub_id, id, version, values })
    const link = await bookingLink(db, id, public_url)
    if (link === undefined)
      throw new Problem('invalid', 'This review has taken place: there is no time to choose any more')
    const { name: hub } = await db
      .selectFrom('hub')
      .select('name')
      .where('hub_id', '=', hub_id)
      .executeTakeFirstOrThrow()
    if (who.attendee_email)
      await sendMail(db, {
        kind: 'booking',
        to: who.attendee_email,
        ...(who.attendee_name === null ? {} : { to_name: who.attendee_name }),
        reply_to: actor.email,
        subject: `Choose a time for your skills review with ${hub}`,
        text: [
          who.attendee_name ? `Hello ${who.attendee_name}` : 'Hello',
          `${actor.name} of ${hub} would like to find a time for your skills review. Choose one that suits you:\n${LINK_HERE}`,
          'You need no account. With the same link you can change or cancel the time later.',
        ].join('\n\n'),
        link: { purpose: 'book_review', id },
        about: { kind: 'skills_review', id },
      })
    return { version: changed, link, told: who.attendee_email }
  })

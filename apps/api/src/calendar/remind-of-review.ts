import { reminderToClient } from '@hubline/domain/calendar/booking-letters.ts'
import { MailAddress } from '@hubline/domain/mail/letter.ts'
import type { Doer } from '../jobs/doer.ts'
import { sendMail } from '../mail/send-mail.ts'
import { bookingToTell } from './told-of-booking.ts'

/** Reminds whoever comes, the day before; not where the review has moved on meanwhile, or has begun. */
export const remindOfReview: Doer<'remind_of_review'> = {
  inside: async (tx, { hub_id, input, now }) => {
    const { review_id, slot_start } = input
    const told = await bookingToTell(tx, hub_id, review_id)
    if (told?.status !== 'booked' || told.from.toISOString() !== slot_start || told.from <= now) return
    const to = MailAddress.safeParse(told.attendee_email)
    if (!to.success) return
    await sendMail(tx, {
      ...reminderToClient(told),
      kind: 'reminder',
      to: to.data,
      ...(told.attendee.name === null ? {} : { to_name: told.attendee.name }),
      reply_to: told.broker.email,
      link: { purpose: 'book_review', id: review_id },
      about: { kind: 'skills_review', id: review_id },
    })
  },
}

import { z } from 'zod'
import { MatchAttendee } from '../events/match-attendee.ts'
import { sent } from '../fields.ts'

/** Says whose booking somebody's own is. A review is always a business's. */
export const MatchRequest = z.object({
  ...sent,
  id: z.uuid('Reload the page and choose the booking again'),
  person: MatchAttendee.shape.person,
  business: MatchAttendee.shape.business.unwrap(),
})

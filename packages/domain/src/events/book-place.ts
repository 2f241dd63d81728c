import { z } from 'zod'
import { optionalId, sent } from '../fields.ts'

/** A place for somebody whom the hub knows, and the business for which they come. */
export const BookPlace = z.object({
  ...sent,
  id: z.uuid('Reload the page and send the form again'),
  event_id: z.uuid('Reload the page and choose the event again'),
  person_id: z.uuid('Choose who comes'),
  business_id: optionalId('Choose the business again'),
  /** Asked to come, without a place until they say yes. */
  only_invite: z.boolean().default(false),
})
export type BookPlace = z.infer<typeof BookPlace>

/** Gives up a place, or takes one again. */
export const ChangePlace = z.object({
  ...sent,
  attendance_id: z.uuid('Reload the page and choose the place again'),
})
export type ChangePlace = z.infer<typeof ChangePlace>

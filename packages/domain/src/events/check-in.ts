import { z } from 'zod'
import { optionalId, optionalText, requiredText, sent } from '../fields.ts'
import type { AttendanceStatus, EventStatus } from './stages.ts'

/** A word about one place, said at a moment by the clock of the device: it may arrive much later. */
const Mark = z.object({
  attendance_id: z.uuid('Reload the list and tick again'),
  came: z.boolean(),
  at: z.iso.datetime('Reload the list and tick again'),
})
export type Mark = z.infer<typeof Mark>

/** Who came, in one go: one tick, or all of a room but a few. */
export const CheckIn = z.object({
  ...sent,
  event_id: z.uuid('Reload the page and choose the event again'),
  marks: z.array(Mark).min(1, 'Tick who came').max(1000, 'Tick at most 1,000 people at a time'),
})
export type CheckIn = z.infer<typeof CheckIn>

/** Somebody who came without a place: a name is enough, who they are is settled later; or somebody on record. */
export const AddWalkIn = z.object({
  ...sent,
  /** Made by the device, so that a walk-in kept on it is written down once. */
  id: z.uuid('Reload the page and add them again'),
  event_id: z.uuid('Reload the page and choose the event again'),
  name: requiredText('Enter the name of who came'),
  business_name: optionalText(300),
  person_id: optionalId('Choose them again'),
  business_id: optionalId('Choose the business again'),
  at: z.iso.datetime('Reload the page and add them again'),
})
export type AddWalkIn = z.infer<typeof AddWalkIn>

type Place = { status: AttendanceStatus; status_before: AttendanceStatus | null; marked_at: Date | null }
type Marked = { status: AttendanceStatus; status_before: AttendanceStatus | null }

/**
 * What a mark makes of a place, or undefined where it is passed over: the later word stands, so a mark that was said
 * before the one already kept, and comes late from a phone without a signal, changes nothing. Of two at the same moment
 * the one that says "came" stands. Taken back, a place is again what it was before.
 */
export function markedAs(
  { status, status_before, marked_at }: Place,
  { came, at }: { came: boolean; at: Date },
  event_status: EventStatus,
): Marked | undefined {
  if (marked_at && (at < marked_at || (at.getTime() === marked_at.getTime() && !came))) return undefined
  const delivered = event_status === 'delivered'
  if (came)
    return status === 'attended'
      ? { status, status_before }
      : { status: 'attended', status_before: status === 'no_show' ? 'booked' : status }
  if (status !== 'attended') return { status, status_before }
  const back = status_before ?? 'booked'
  return { status: delivered && back === 'booked' ? 'no_show' : back, status_before: null }
}

/** A device whose clock is fast does not keep others from putting things right. */
export const saidAt = (at: string, now: Date): Date => (new Date(at) > now ? now : new Date(at))

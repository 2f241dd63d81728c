import { ChangeEvent, endsAfterItStarts, inOrder } from '@hubline/domain/events/plan-event.ts'
import { z } from 'zod'
import { readMinutes } from '../ui/read-minutes.ts'
import type { EventShown } from './event.ts'

const { title, held_on, minutes, kind, starts_at, ends_at, place, online_link, capacity, programme_id, description } =
  ChangeEvent.shape

/** A number as it stands in a box: what cannot be read is refused in the schema's own words. */
const typed = <Read>(read: (text: string) => number | undefined, schema: z.ZodType<Read>) =>
  z.string().transform((text, context): Read => {
    const checked = schema.safeParse(text.trim() === '' ? null : (read(text) ?? Number.NaN))
    if (checked.success) return checked.data
    context.addIssue({ code: 'custom', message: checked.error.issues[0]?.message ?? 'Enter a number' })
    return z.NEVER
  })

const readWhole = (text: string) => (/^\d+$/.test(text.trim()) ? Number(text) : undefined)

/** The facts about an event as they stand in the boxes of a form, read by the schema that the procedure shares. */
export const EventForm = z
  .object({
    title: title.unwrap(),
    kind,
    held_on: held_on.unwrap(),
    starts_at,
    ends_at,
    minutes: typed(readMinutes, minutes.unwrap()),
    place,
    online_link,
    capacity: typed(readWhole, capacity),
    start_up_support: z.boolean(),
    sheet_kept: z.boolean(),
    programme_id,
    description,
  })
  .refine(inOrder, endsAfterItStarts)
export type EventFilled = z.input<typeof EventForm>
export type EventRead = z.output<typeof EventForm>

export const BLANK_EVENT: EventFilled = {
  title: '',
  kind: 'workshop',
  held_on: '',
  starts_at: '',
  ends_at: '',
  minutes: '',
  place: '',
  online_link: '',
  capacity: '',
  start_up_support: false,
  sheet_kept: false,
  programme_id: '',
  description: '',
}

/** What is known of an event, as it is written into the boxes. */
export function filledFrom(event: EventShown): EventFilled {
  const text = (value: string | number | null) => (value === null ? '' : String(value))
  return {
    title: event.title,
    kind: text(event.kind),
    held_on: event.held_on,
    starts_at: text(event.starts_at),
    ends_at: text(event.ends_at),
    minutes: text(event.minutes),
    place: text(event.place),
    online_link: text(event.online_link),
    capacity: text(event.capacity),
    start_up_support: event.start_up_support ?? false,
    sheet_kept: event.sheet_kept,
    programme_id: text(event.programme_id),
    description: text(event.description),
  }
}

/** The same event once more, on a day yet to be chosen. */
export const duplicateOf = (event: EventShown): EventFilled => ({
  ...filledFrom(event),
  held_on: '',
  sheet_kept: false,
})

/** The minutes from one clock time to another, as text for the box; nothing where one of them is missing. */
export function minutesBetween(from: string, to: string): string {
  const long = minuteOf(to) - minuteOf(from)
  return long > 0 ? String(long) : ''
}

function minuteOf(clock: string): number {
  const [, hour, minute] = /^(\d\d):(\d\d)$/.exec(clock) ?? []
  return hour === undefined ? Number.NaN : Number(hour) * 60 + Number(minute)
}

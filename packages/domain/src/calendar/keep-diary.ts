import { z } from 'zod'
import { changed, formVersion, optionalText, requiredDay, requiredText, sent } from '../fields.ts'
import { LEAST_MINUTES, MOST_MINUTES } from './book-review.ts'
import { WorkingHours } from './working-hours.ts'

const whole = (sentence: string, least: number, most: number) =>
  z.int(sentence).min(least, sentence).max(most, sentence)

/** How the days of one adviser are set out. Version 0: nobody has said so yet. */
export const KeepDiary = z.object({
  ...sent,
  /** Left out: one's own. */
  adviser_id: z.uuid('Choose whose diary it is').optional(),
  version: formVersion(0),
  hours: WorkingHours,
  travel_minutes: whole('Enter the travel time in minutes, from 0 to 240', 0, 240),
  review_minutes: whole(
    'Enter how long a review usually lasts, from 15 minutes to 8 hours',
    LEAST_MINUTES,
    MOST_MINUTES,
  ),
  notice_hours: whole('Enter the notice in hours, from 0 to 336', 0, 336),
  days_ahead: whole('Enter how many days ahead people may book, from 1 to 180', 1, 180),
  video_link: z
    .string()
    .trim()
    .max(500, 'Use at most 500 characters')
    .refine(
      (text) => text === '' || (URL.canParse(text) && new URL(text).protocol === 'https:'),
      'Enter a link that begins with https://',
    )
    .transform((text) => (text === '' ? null : text))
    .nullish(),
})
export type KeepDiary = z.infer<typeof KeepDiary>

export const ABSENCE_KINDS = ['leave', 'meeting', 'training', 'other'] as const
export type AbsenceKind = (typeof ABSENCE_KINDS)[number]

/** A time that is not worked: whole days, or a part of one day by the clock. */
export const AddAbsence = z
  .object({
    ...sent,
    id: z.uuid('Reload the page and send the form again'),
    /** Left out: one's own. */
    adviser_id: z.uuid('Choose whose absence it is').optional(),
    kind: z.enum(ABSENCE_KINDS, 'Choose what kind of absence it is'),
    title: optionalText(120),
    from_on: requiredDay('Enter the first day, like 17/05/2021'),
    to_on: requiredDay('Enter the last day, like 17/05/2021'),
    /** Minutes since midnight; both blank for whole days. */
    from_clock: whole('Enter a time like 09:00', 0, 1440).nullish(),
    to_clock: whole('Enter a time like 17:00', 0, 1440).nullish(),
  })
  .refine((given) => given.from_on <= given.to_on, {
    error: 'The last day lies before the first: correct one of the two',
    path: ['to_on'],
  })
  .refine((given) => (typeof given.from_clock === 'number') === (typeof given.to_clock === 'number'), {
    error: 'Enter both times, or neither for whole days',
    path: ['to_clock'],
  })
  .refine(
    (given) =>
      typeof given.from_clock !== 'number' || given.from_on < given.to_on || given.from_clock < (given.to_clock ?? 0),
    { error: 'The absence ends before it begins: correct one of the two times', path: ['to_clock'] },
  )
export type AddAbsence = z.infer<typeof AddAbsence>

export const TakeAbsenceBack = z.object(changed)

/** A room of the hub. Version 0 for a new one. */
export const KeepRoom = z.object({
  ...sent,
  id: z.uuid('Reload the page and choose the room again'),
  version: formVersion(0),
  name: requiredText('Enter the name of the room', 120),
  address: optionalText(300),
  seats: whole('Enter the seats as a whole number from 1 to 1,000', 1, 1000).nullish(),
  is_open: z.boolean().default(true),
})
export type KeepRoom = z.infer<typeof KeepRoom>

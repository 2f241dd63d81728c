import { z } from 'zod'
import { changed, optionalChoice, optionalId, optionalText, requiredDay, requiredText, sent } from '../fields.ts'
import { ORGANISATION_KINDS } from '../partners/organisations-file.ts'
import { BOOTCAMP } from './milestones.ts'
import { COURSE_KINDS, COURSE_LEVELS } from './training-files.ts'

const HOURS = 'Enter the guided hours as a number, like 14 or 7.5'

/** A number as people type it, kept as a number of at most two decimals. */
export const optionalHours = (sentence: string, most: number) =>
  z
    .union([z.string(), z.number()], sentence)
    .transform((given, context): number | null => {
      const text = String(given).trim()
      if (text === '') return null
      const hours = Number(text)
      if (/^\d+(?:\.\d{1,2})?$/.test(text) && hours <= most) return hours
      context.addIssue({ code: 'custom', message: sentence })
      return z.NEVER
    })
    .nullish()

const facts = {
  title: requiredText('Enter the title of the course', 300),
  organisation_id: optionalId('Choose the provider again'),
  level: optionalChoice(COURSE_LEVELS, 'Choose the level'),
  kind: optionalChoice(COURSE_KINDS, 'Choose what kind of course it is'),
  guided_hours: optionalHours(HOURS, 10_000),
}

type Hours = { kind?: string | null | undefined; guided_hours?: number | null | undefined }

/** What is not known is no reason to refuse. */
const isLongEnough = ({ kind, guided_hours }: Hours): boolean =>
  kind !== 'bootcamp' || typeof guided_hours !== 'number' || guided_hours >= BOOTCAMP.guided_hours

const TOO_SHORT = {
  error: `A bootcamp has at least ${BOOTCAMP.guided_hours} guided hours: correct the hours or the kind`,
  path: ['guided_hours'],
}

/** The facts of a course as they stand in the boxes of a form. */
export const CourseForm = z.object(facts).refine(isLongEnough, TOO_SHORT)

export const AddCourse = z
  .object({ ...sent, id: z.uuid('Reload the page and send the form again'), ...facts })
  .refine(isLongEnough, TOO_SHORT)
export type AddCourse = z.infer<typeof AddCourse>

export const ChangeCourse = z.object({ ...changed, ...facts }).refine(isLongEnough, TOO_SHORT)
export type ChangeCourse = z.infer<typeof ChangeCourse>

/** Who runs courses. */
export const AddProvider = z.object({
  ...sent,
  id: z.uuid('Reload the page and send the form again'),
  name: requiredText('Enter the name of the provider'),
  kind: z.enum(ORGANISATION_KINDS, 'Choose what kind of organisation it is'),
})
export type AddProvider = z.infer<typeof AddProvider>

/** A session takes learners, takes no more, or does not take place. */
export const SESSION_STATUSES = ['open', 'closed', 'cancelled'] as const
export type SessionStatus = (typeof SESSION_STATUSES)[number]
export const SESSION_STATUS_NAMES: Readonly<Record<SessionStatus, string>> = {
  open: 'Open',
  closed: 'Closed to booking',
  cancelled: 'Cancelled',
}

const PLACES = 'Enter the number of places as a whole number from 1 to 1,000'

const run = {
  starts_on: requiredDay('Enter the first day, like 17/05/2026'),
  ends_on: requiredDay('Enter the last day, like 17/05/2026'),
  place: optionalText(),
  is_online: z.boolean().default(false),
  places: z.coerce.number(PLACES).int(PLACES).min(1, PLACES).max(1000, PLACES),
  status: z.enum(SESSION_STATUSES, 'Choose whether the session takes learners').default('open'),
}

const endsAfterItBegins = ({ starts_on, ends_on }: { starts_on: string; ends_on: string }) => ends_on >= starts_on
const WRONG_WAY = { error: 'The last day is before the first: correct one of the two', path: ['ends_on'] }

/** A session as it stands in the boxes of a form. */
export const SessionForm = z.object(run).refine(endsAfterItBegins, WRONG_WAY)

/** A course is run from one day to another, for so many people. */
export const AddSession = z
  .object({
    ...sent,
    id: z.uuid('Reload the page and send the form again'),
    course_id: z.uuid('Choose the course again'),
    ...run,
  })
  .refine(endsAfterItBegins, WRONG_WAY)
export type AddSession = z.infer<typeof AddSession>

export const ChangeSession = z.object({ ...changed, ...run }).refine(endsAfterItBegins, WRONG_WAY)
export type ChangeSession = z.infer<typeof ChangeSession>

import { z } from 'zod'
import { optionalChoice, optionalDay, optionalId, requiredDay, requiredText, sent } from '../fields.ts'
import { EVIDENCE_LEVELS } from '../imports/bundle-file.ts'
import { type ReadCell, readEmail, readPhone, readPostcode } from '../imports/pasted-cells.ts'
import { DescribedPerson } from '../people/register-person.ts'
import { END_REASONS } from './stages.ts'
import { PARTICIPATION_STATUSES } from './training-files.ts'

/** So many rows are saved in one go, and so many are asked about at a time. */
export const MOST_PASTED = 2000
export const MOST_CHECKED = 100

/** Who of a list is known, and who of those is on the course already. */
export const CheckLearners = z.object({
  course_id: z.uuid('Choose the course again'),
  session_id: optionalId('Choose the session again'),
  people: z.array(DescribedPerson).max(MOST_CHECKED, `Ask about ${MOST_CHECKED} people at a time`),
})
export type CheckLearners = z.infer<typeof CheckLearners>

/** A cell, read once more as the screen has read it. */
const cell = (read: (text: string) => ReadCell<string>) =>
  z
    .string('Enter text')
    .max(1000, 'Use at most 1,000 characters')
    .transform((text, context) => {
      const { value, error } = read(text)
      if (error === undefined) return value
      context.addIssue({ code: 'custom', message: error })
      return z.NEVER
    })
    .nullish()
    .transform((value) => value ?? null)

const day = () => optionalDay('Enter a real day, like 17/05/2026').transform((value) => value ?? null)

const PastedRow = z.object({
  /** The row's number in the list, for telling what is wrong. */
  row: z.int().min(1),
  /** Whom the person is known as; null for somebody new. */
  person_id: optionalId('Choose the person again').transform((id) => id ?? null),
  given_name: requiredText('Enter the first name'),
  family_name: requiredText('Enter the last name'),
  email: cell(readEmail),
  phone: cell(readPhone),
  postcode: cell(readPostcode),
  business_id: optionalId('Choose the employer again').transform((id) => id ?? null),
  status: optionalChoice(PARTICIPATION_STATUSES, 'Choose the stage').transform((status) => status ?? null),
  enrolled_on: day(),
  first_attended_on: day(),
  completed_on: day(),
  achieved_on: day(),
  ended_on: day(),
  end_reason: optionalChoice(END_REASONS, 'Choose why the learner left').transform((reason) => reason ?? null),
})
export type PastedRow = z.infer<typeof PastedRow>

/** The confirmed rows of a list become learners: all of them or, where one cannot be, none. */
export const PasteLearners = z.object({
  ...sent,
  course_id: z.uuid('Choose the course again'),
  session_id: optionalId('Choose the session again'),
  plan_line_id: optionalId('Choose the line of the plan again'),
  defaults: z.object({
    status: z.enum(PARTICIPATION_STATUSES, 'Choose the stage').default('enrolled'),
    enrolled_on: requiredDay('Enter the day of enrolment, like 17/05/2026'),
    first_attended_on: day(),
    evidence_level: optionalChoice(EVIDENCE_LEVELS, 'Choose what evidence there is').transform(
      (level) => level ?? null,
    ),
  }),
  /** Employers whom the hub did not know: registered with the rows that name them by these ids. */
  businesses: z
    .array(
      z.object({
        id: z.uuid('Reload the page and paste the list again'),
        name: requiredText('Enter the name of the employer', 300),
      }),
    )
    .max(500, 'Register at most 500 employers at a time')
    .default([]),
  rows: z
    .array(PastedRow)
    .min(1, 'No row of the list is ready to be saved')
    .max(MOST_PASTED, `Save at most ${MOST_PASTED.toLocaleString('en-GB')} rows at a time`),
})
export type PasteLearners = z.infer<typeof PasteLearners>

import { z } from 'zod'
import type { Day } from '../day.ts'
import { changed, optionalChoice, optionalDay, optionalId, optionalText, requiredDay, sent } from '../fields.ts'
import { EVIDENCE_LEVELS } from '../imports/bundle-file.ts'
import { Problem } from '../problem.ts'
import { CHANNELS, INTERACTION_KINDS, MOST_MINUTES, UNCOUNTED_INTERACTION_KINDS } from './interactions-file.ts'

/** Above this the form asks whether the minutes are right: eight hours. */
export const MANY_MINUTES = 480

const client = {
  business_id: optionalId('Choose the business again'),
  person_id: optionalId('Choose the person again'),
}
const facts = {
  kind: z.enum(INTERACTION_KINDS, 'Choose what kind of interaction it was'),
  channel: z.enum(CHANNELS, 'Choose how you were in touch'),
  occurred_on: requiredDay('Enter the date of the interaction, like 17/05/2021'),
  minutes: z
    .int('Enter the minutes as a whole number from 0 to 600')
    .min(0, 'Enter the minutes as a whole number from 0 to 600')
    .max(MOST_MINUTES, 'Enter the minutes as a whole number from 0 to 600'),
}
const extras = {
  start_up_support: z.boolean().nullish(),
  subject: optionalText(500),
  notes: optionalText(20_000),
  case_id: optionalId('Choose the case again'),
  programme_id: optionalId('Choose the programme again'),
  evidence_level: optionalChoice(EVIDENCE_LEVELS, 'Choose the level of evidence'),
}

/** One contact or session with a business, a person, or a person of a business. */
export const LogInteraction = z
  .object({
    ...sent,
    /** Made by the browser, so that an interaction kept on a device is logged once. */
    id: z.uuid('Reload the page and send the form again'),
    ...client,
    ...facts,
    ...extras,
    next_step: optionalText(500),
    next_on: optionalDay('Enter the day of the next step, like 17/05/2021'),
  })
  .refine((given) => Boolean(given.business_id) || Boolean(given.person_id), {
    error: 'Choose the business or the person you worked with',
    path: ['client'],
  })
  .refine((given) => !given.next_on || Boolean(given.next_step), {
    error: 'Say what the next step is',
    path: ['next_step'],
  })
export type LogInteraction = z.infer<typeof LogInteraction>

/** Puts right what was logged. What is not sent stays as it is. */
export const CorrectInteraction = z.object({
  ...changed,
  ...client,
  kind: facts.kind.optional(),
  channel: facts.channel.optional(),
  occurred_on: facts.occurred_on.optional(),
  minutes: facts.minutes.optional(),
  ...extras,
})
export type CorrectInteraction = z.infer<typeof CorrectInteraction>

/** Whether an interaction counts as support given: notes, attempts and intelligence do not, nor does one of no minutes. */
export function countsAsSupport({ kind, minutes }: { kind: string; minutes: number }): boolean {
  return minutes >= 1 && !(UNCOUNTED_INTERACTION_KINDS as readonly string[]).includes(kind)
}

/** @throws Problem 'invalid' for a day that has not come yet */
export function mustHaveHappened({ occurred_on }: { occurred_on: Day }, today: Day): void {
  if (occurred_on > today)
    throw new Problem(
      'invalid',
      'The interaction is dated in the future: enter the day on which it took place',
      'occurred_on',
    )
}

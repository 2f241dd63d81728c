import { z } from 'zod'
import {
  changed,
  formVersion,
  optionalChoice,
  optionalDay,
  optionalId,
  optionalText,
  requiredDay,
  sent,
} from '../fields.ts'
import { CASE_KINDS, CASE_STATUSES } from './cases-file.ts'

export const CLOSE_REASONS = [
  'goals_met',
  'referred_on',
  'client_withdrew',
  'no_response',
  'ceased',
  'ineligible',
  'moved',
  'programme_ended',
] as const

const plan = { next_step: optionalText(500), next_on: optionalDay('Enter the day of the next step, like 17/05/2021') }

/** Work with one client towards one end, owned by whoever opens it unless another owner is named. */
export const OpenCase = z
  .object({
    ...sent,
    id: z.uuid('Reload the page and send the form again'),
    business_id: optionalId('Choose the business again'),
    person_id: optionalId('Choose the person again'),
    kind: z.enum(CASE_KINDS, 'Choose what kind of case it is'),
    programme_id: optionalId('Choose the programme again'),
    opened_on: requiredDay('Enter the day on which the case was opened, like 17/05/2021'),
    ...plan,
  })
  .refine((given) => Boolean(given.business_id) || Boolean(given.person_id), {
    error: 'Choose the business or the person that the case is for',
    path: ['client'],
  })
export type OpenCase = z.infer<typeof OpenCase>

/** What the adviser does next, and by when. Both blank: nothing is planned. */
export const SetNextStep = z
  .object({ ...changed, ...plan })
  .refine((given) => !given.next_on || Boolean(given.next_step), {
    error: 'Say what the next step is',
    path: ['next_step'],
  })
export type SetNextStep = z.infer<typeof SetNextStep>

export const ChangeCaseStatus = z
  .object({
    ...changed,
    status: z.enum(CASE_STATUSES, 'Choose the status'),
    closed_on: optionalDay('Enter the day on which the case was closed, like 17/05/2021'),
    close_reason: optionalChoice(CLOSE_REASONS, 'Choose why the case is closed'),
  })
  .refine((given) => given.status !== 'closed' || Boolean(given.closed_on), {
    error: 'Enter the day on which the case was closed, like 17/05/2021',
    path: ['closed_on'],
  })
  .refine((given) => given.status !== 'closed' || Boolean(given.close_reason), {
    error: 'Choose why the case is closed',
    path: ['close_reason'],
  })
export type ChangeCaseStatus = z.infer<typeof ChangeCaseStatus>

/** Gives cases to another adviser: all of them or, where one has changed meanwhile, none. */
export const ReassignCases = z.object({
  ...sent,
  cases: z
    .array(z.object({ id: z.uuid(), version: formVersion(1) }))
    .min(1, 'Choose the cases to give away')
    .max(200, 'Choose at most 200 cases at a time'),
  owner_id: z.uuid('Choose who takes the cases'),
})
export type ReassignCases = z.infer<typeof ReassignCases>

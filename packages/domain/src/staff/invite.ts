import { z } from 'zod'
import { type Day, addDays } from '../day.ts'
import { requiredDay } from '../fields.ts'
import { STAFF_ROLES } from './permissions.ts'
import { emailAddress } from './sign-in.ts'

const last_day = requiredDay('Enter the last day as a date, like 31/12/2026')
const role = z.enum(STAFF_ROLES, 'Choose a role')
const request_id = z.uuid()
/** Which state of the record the form was filled from. */
const version = z.int().min(1).max(2_147_483_647)

/** Days that the link of an invitation works. */
export const INVITATION_DAYS = 7

export const InvitePerson = z.object({
  request_id,
  name: z
    .string()
    .trim()
    .min(1, 'Enter the name of the person')
    .max(120, 'Enter a name of at most 120 characters')
    .regex(/^[^\p{Cc}\p{Cs}]*$/u, 'Take out the characters that are not text')
    .transform((text) => text.normalize('NFC')),
  email: emailAddress,
  role,
})
export type InvitePerson = z.infer<typeof InvitePerson>

export const ChangePerson = z.object({ request_id, id: z.uuid(), version })
export const ChangeRole = ChangePerson.extend({ role })

/** An auditor comes in up to and including a last day. */
export const InviteAuditor = InvitePerson.omit({ role: true }).extend({ last_day })
/** Yesterday as the last day ends an auditor's time at once. */
export const KeepAuditor = ChangePerson.extend({ last_day })

const LONGEST_AUDIT_DAYS = 366

/** What is wrong with an auditor's last day, where the first that will do is `from`; undefined where nothing is. */
export function faultOfLastDay(day: Day, { today, from }: { today: Day; from: Day }): string | undefined {
  if (day < from) return 'Enter a last day that is not over: today or later'
  if (day > addDays(today, LONGEST_AUDIT_DAYS)) return 'Enter a last day within a year from today'
  return undefined
}

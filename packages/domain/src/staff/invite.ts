import { z } from 'zod'
import { ROLES } from './permissions.ts'
import { emailAddress } from './sign-in.ts'

const role = z.enum(ROLES, 'Choose a role')
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

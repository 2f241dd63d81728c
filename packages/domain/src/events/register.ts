import { z } from 'zod'
import { optionalText, requiredText } from '../fields.ts'
import { MailAddress } from '../mail/letter.ts'

/** Under these words somebody gives their details; what they agreed to is kept with their registration. */
export const CONSENT_WORDS =
  'I agree that the organiser keeps these details to run this event and to report, without my name, who it has helped.'

/** What somebody without an account fills in to have a place. */
export const Register = z.object({
  given_name: requiredText('Enter your first name', 100),
  family_name: requiredText('Enter your last name', 100),
  business_name: optionalText(300),
  email: MailAddress,
  phone: optionalText(100),
  access_needs: optionalText(1000),
  agrees: z.literal(true, 'Tick that you agree, or we cannot keep a place for you'),
  /** A box that people do not see: whoever fills it is a program. */
  website: z.string().max(1000).default(''),
})
export type Register = z.infer<typeof Register>

/** Whether a program and not a person has filled the form. */
export const isByProgram = ({ website }: Pick<Register, 'website'>): boolean => website.trim() !== ''

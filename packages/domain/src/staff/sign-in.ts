import { z } from 'zod'

export const SHORTEST_PASSWORD = 12
const LONGEST_PASSWORD = 200

/** Passwords are compared in one Unicode form, so that the same keys give the same password on every machine. */
const password = z
  .string()
  .min(1, 'Enter your password')
  .max(LONGEST_PASSWORD, `Enter a password of at most ${LONGEST_PASSWORD} characters`)
  .transform((text) => text.normalize('NFC'))

const token = z.string().regex(/^[\w-]{43}$/, 'Open the whole link of your invitation')

/** An e-mail address as accounts know it. */
export const emailAddress = z
  .string()
  .trim()
  .max(254, 'Enter an e-mail address of at most 254 characters')
  .transform((text) => text.normalize('NFC').toLowerCase())
  .pipe(z.email('Enter an e-mail address like name@example.org'))

export const SignIn = z.object({ email: emailAddress, password })
export const EnterHub = z.object({ slug: z.string().regex(/^[a-z0-9-]{1,60}$/, 'Choose one of your hubs') })
export const OpenInvitation = z.object({ token })
export const AcceptInvitation = z.object({ token, password })

/** What is wrong with a password that someone wants to set, as a sentence; undefined where it will do. */
export function weaknessOf(wanted: string, email: string): string | undefined {
  if ([...wanted].length < SHORTEST_PASSWORD)
    return `Choose a password of at least ${SHORTEST_PASSWORD} characters: three words are easy to remember`
  const [name = ''] = email.split('@')
  if ([email, name].includes(wanted.toLowerCase())) return 'Choose a password that is not your e-mail address'
  if (new Set(wanted).size < 4) return 'Choose a password with more than three different characters'
  return undefined
}

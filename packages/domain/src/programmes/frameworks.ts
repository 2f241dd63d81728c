import { z } from 'zod'
import { changed, optionalChoice } from '../fields.ts'

export const FRAMEWORKS = ['erdf', 'ukspf'] as const
export type Framework = (typeof FRAMEWORKS)[number]
export const FRAMEWORK_NAMES: Readonly<Record<Framework, string>> = { erdf: 'ERDF (legacy)', ukspf: 'UKSPF' }

/** The version of a framework's definitions that Hubline brings: what a programme pins. */
export const DEFINITION_VERSIONS: Readonly<Record<Framework, number>> = { erdf: 3, ukspf: 1 }

const MOST_MINUTES = 100_000
const minutes = `Enter the minutes as a whole number from 1 to ${MOST_MINUTES}, or leave it blank`

/** Under which framework a programme is reported; blank is none. Its definitions are pinned as they are today. */
export const SetFramework = z.object({
  ...changed,
  framework: optionalChoice(FRAMEWORKS, 'Choose the framework'),
  minimum_minutes: z
    .string()
    .trim()
    .regex(/^(\d{1,6})?$/, minutes)
    .transform((text) => (text === '' ? null : Number(text)))
    .refine((number) => number === null || (number >= 1 && number <= MOST_MINUTES), minutes)
    .nullish(),
})
export type SetFramework = z.infer<typeof SetFramework>

import { z } from 'zod'
import { type Day, parseIsoDay } from './day.ts'

/**
 * The pieces that forms are made of. A blank piece is null; a piece that was not sent is undefined, and in a change that
 * means "leave it as it is".
 */

/** Something that is seen: a letter, a digit or a sign. Pasted blanks of no width are nothing to read or to press. */
const VISIBLE = /[\p{L}\p{N}\p{P}\p{S}]/u

/** Signs that turn the direction of what follows: they make a name read as another, also in the sentence around it. */
const TURNS = /[\u202A-\u202E\u2066-\u2069]/
const NO_TURNS = 'Type it without the invisible signs that turn the direction of text: they came with what was pasted'

/** Text as people write it, in whichever script. */
const plainText = (sentence: string) => z.string(sentence).refine((text) => !TURNS.test(text), NO_TURNS)

export const requiredText = (sentence: string, max = 200) =>
  plainText(sentence).trim().regex(VISIBLE, sentence).max(max, `Use at most ${max} characters`)

export const optionalText = (max = 200) =>
  plainText('Enter text')
    .trim()
    .max(max, `Use at most ${max} characters`)
    .transform((text) => (VISIBLE.test(text) ? text : null))
    .nullish()

export const requiredDay = (sentence: string) =>
  z.string(sentence).transform((text, context): Day => {
    const day = parseIsoDay(text.trim())
    if (day !== undefined) return day
    context.addIssue({ code: 'custom', message: sentence })
    return z.NEVER
  })

export const optionalDay = (sentence: string) =>
  z
    .string(sentence)
    .transform((text, context): Day | null => {
      if (text.trim() === '') return null
      const day = parseIsoDay(text.trim())
      if (day !== undefined) return day
      context.addIssue({ code: 'custom', message: sentence })
      return z.NEVER
    })
    .nullish()

const FIRST_INSTANT = new Date('1970-01-01T00:00:00Z')
const LAST_INSTANT = new Date('2100-01-01T00:00:00Z')

/** A moment, `2026-05-17T09:30:00Z`, in the years that a calendar is kept for. */
export const requiredInstant = (sentence: string) =>
  z.iso
    .datetime({ offset: true, error: sentence })
    .transform((text) => new Date(text))
    .refine((at) => at >= FIRST_INSTANT && at < LAST_INSTANT, sentence)

/** One of a closed list, or nothing: a select whose first choice is blank sends ''. */
export const optionalChoice = <const Words extends readonly [string, ...string[]]>(words: Words, sentence: string) =>
  z
    .enum(['', ...words], sentence)
    .transform((word) => (word === '' ? null : (word as Exclude<typeof word, ''>)))
    .nullish()

/** The identifier of another record, or nothing. */
export const optionalId = (sentence: string) =>
  z
    .union([z.literal(''), z.uuid()], sentence)
    .transform((id) => (id === '' ? null : id))
    .nullish()

/** What every form sends: the identifier that makes sending it twice do it once. */
export const sent = { request_id: z.uuid('Reload the page and send the form again') }

const MOST_VERSIONS = 2_147_483_647

/** The version that a form was filled from; 0 where there was no record yet. */
export const formVersion = (least: 0 | 1) => {
  const sentence = 'Reload the page and send the form again'
  return z.int(sentence).min(least, sentence).max(MOST_VERSIONS, sentence)
}

/** What a form that changes a record sends: which record, and the version that the form was filled from. */
export const changed = {
  ...sent,
  id: z.uuid('Reload the page and choose the record again'),
  version: formVersion(1),
}

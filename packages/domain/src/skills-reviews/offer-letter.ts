import { z } from 'zod'
import { requiredText, sent } from '../fields.ts'
import { LINK_HERE } from '../mail/letter.ts'
import { CallListCriteria, MOST_ON_A_LIST } from './call-list.ts'

/** What a letter may leave open, to be filled in for each business; in the text as `{business}`. */
export const MERGE_FIELDS = ['contact', 'first_name', 'business', 'broker', 'hub', 'link'] as const
export type MergeField = (typeof MERGE_FIELDS)[number]

export const MERGE_FIELD_NAMES: Readonly<Record<MergeField, string>> = {
  contact: 'Whole name',
  first_name: 'First name',
  business: 'Business',
  broker: 'Your name',
  hub: 'Your hub',
  link: 'Link to choose a time',
}

/** All but the link, which is made only as the message leaves. */
export type MergeValues = Readonly<Record<Exclude<MergeField, 'link'>, string>>

const FIELD = /\{([^{}\s]*)\}/g
const isField = (word: string): word is MergeField => (MERGE_FIELDS as readonly string[]).includes(word)

/** The letter for one business. The link stays as `{link}`; what a name holds is never read as a field. */
export const merge = (text: string, values: MergeValues): string =>
  text.replace(FIELD, (whole, word: string) =>
    isField(word) && word !== 'link' ? values[word].replaceAll(/[{}]/g, '') : whole,
  )

const unknownField = (text: string): string | undefined =>
  [...text.matchAll(FIELD)].map(([, word = '']) => word).find((word) => !isField(word))

const known = MERGE_FIELDS.map((field) => `{${field}}`).join(', ')

const merged = (text: z.ZodType<string, string>) =>
  text.superRefine((written, context) => {
    const unknown = unknownField(written)
    if (unknown !== undefined)
      context.addIssue({ code: 'custom', message: `There is no field {${unknown}}: use one of ${known}` })
  })

/** A letter is a named offer: it addresses a person, and leads to a time with a broker. */
const LetterText = {
  subject: merged(requiredText('Enter a subject', 150)).refine(
    (written) => !written.includes(LINK_HERE),
    'The link does not work in a subject: put it into the letter',
  ),
  text: merged(requiredText('Write the letter', 5000))
    .refine((written) => /\{(contact|first_name)\}/.test(written), {
      error: 'Address the person by name: put {contact} or {first_name} into the letter',
    })
    .refine((written) => written.includes(LINK_HERE), {
      error: 'Say where they choose a time: put {link} into the letter',
    }),
}

export const SendOffers = z.object({
  ...sent,
  id: z.uuid('Reload the page and write the letter again'),
  criteria: CallListCriteria,
  ...LetterText,
  most: z
    .int('Enter how many letters to send, up to 500')
    .min(1, 'Enter how many letters to send, up to 500')
    .max(MOST_ON_A_LIST, 'Enter how many letters to send, up to 500'),
})
export type SendOffers = z.infer<typeof SendOffers>

/** Whether a business can be sent a named offer, or the first thing that stands in the way. */
export const MAIL_STANDINGS = ['can', 'nobody_named', 'no_email', 'refused', 'not_agreed'] as const
export type MailStanding = (typeof MAIL_STANDINGS)[number]

export const MAIL_STANDING_NAMES: Readonly<Record<MailStanding, string>> = {
  can: 'Will be written to',
  nobody_named: 'Nobody is named',
  no_email: 'No e-mail address',
  refused: 'Wants no offers by e-mail',
  not_agreed: 'Has not agreed',
}

/** Why a business is left out, as it is said beside its list. */
export const LEFT_OUT_BECAUSE: Readonly<Record<Exclude<MailStanding, 'can'>, string>> = {
  nobody_named: 'An offer is made to a person: link somebody who works there.',
  no_email: 'Nobody who works there has an e-mail address on record.',
  refused: 'The person said that they want no offers by e-mail.',
  not_agreed: 'Sole traders and partnerships are written to only once they have agreed to it.',
}

/** What became of the letter to one business. */
export const LETTER_STATES = ['waiting', 'offered', 'left_out', 'not_sent'] as const
export type LetterState = (typeof LETTER_STATES)[number]

export const LETTER_STATE_NAMES: Readonly<Record<LetterState, string>> = {
  waiting: 'On its way',
  offered: 'Offered',
  left_out: 'Left out',
  not_sent: 'Not sent',
}

/** A letter to begin with. */
export const USUAL_LETTER = {
  subject: 'A free skills review for {business}',
  text: `Hello {first_name}

{hub} offers {business} a skills review, free of charge. In about an hour and a half we look together at the skills your people have, those you will need, and which training and funding would fit. You get a written plan to keep.

Choose a time that suits you, without an account:
{link}

If it is not for you, or you do not want offers like this, please answer this message and tell me.

{broker}
{hub}`,
} as const

import { z } from 'zod'
import { optionalText, requiredText, sent } from '../fields.ts'
import { LINK_HERE, MailAddress } from '../mail/letter.ts'
import { WriteByLink } from '../staff/links.ts'

/** How a client came to say what they think of a plan. */
export const AGREEMENT_WAYS = ['link', 'telephone', 'in_person', 'email'] as const
export type AgreementWay = (typeof AGREEMENT_WAYS)[number]
export const AGREEMENT_WAY_NAMES: Readonly<Record<AgreementWay, string>> = {
  link: 'By the link',
  telephone: 'By telephone',
  in_person: 'In person',
  email: 'By e-mail',
}

export const AGREEMENT_ANSWERS = ['agreed', 'changes_asked'] as const
export type AgreementAnswer = (typeof AGREEMENT_ANSWERS)[number]

const review = { skills_review_id: z.uuid('Reload the page and choose the review again') }
const said_by = requiredText('Say who answered for the business', 120)
const note = optionalText(2000)

/** Puts a plan before the client by mail, with a link to read and agree it. */
export const SendPlan = z.object({ ...sent, ...review, to: MailAddress, to_name: optionalText(120) })

/** Makes a link to hand over in some other way. */
export const MakePlanLink = z.object({ ...sent, ...review })

const saysWhat = {
  answer: z.enum(AGREEMENT_ANSWERS, 'Say whether the plan is agreed or should change'),
  said_by,
  note,
}
const saysWhatToChange = {
  error: 'Say what should change',
  path: ['note'],
}
const isWhole = (given: { answer: AgreementAnswer; note?: string | null | undefined }) =>
  given.answer === 'agreed' || Boolean(given.note)

/** What the client said to a broker. */
export const RecordAgreement = z
  .object({
    ...sent,
    ...review,
    way: z.enum(['telephone', 'in_person', 'email'], 'Choose how they said it'),
    ...saysWhat,
  })
  .refine(isWhole, saysWhatToChange)

/** What the client says on the page of the link. `mark` names the lines that they read. */
export const AnswerPlan = WriteByLink.extend({ mark: z.string().max(100), ...saysWhat }).refine(
  isWhole,
  saysWhatToChange,
)

/** The message that takes a plan to a client. */
export function planLetter({ hub, business, broker }: { hub: string; business: string; broker: string | null }) {
  return {
    subject: `Training plan for ${business}`,
    text: [
      `Here is the training plan that we drew up with you for ${business}. Read it, and say whether you agree or what should change:`,
      LINK_HERE,
      'You need no account. The link is for you: it works for 60 days.',
      [broker, hub].filter(Boolean).join(', '),
    ].join('\n\n'),
  }
}

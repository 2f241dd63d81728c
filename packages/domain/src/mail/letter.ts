import { z } from 'zod'

/** What messages are about, for the list of outgoing mail. */
export const MAIL_KINDS = [
  'invitation',
  'booking',
  'reminder',
  'event_place',
  'plan',
  'training_place',
  'offer',
] as const
export type MailKind = (typeof MAIL_KINDS)[number]

export const MAIL_STATES = ['waiting', 'sent', 'failed', 'kept'] as const
export type MailState = (typeof MAIL_STATES)[number]

/** What stands in the text of a message for a link that is made as the message leaves. */
export const LINK_HERE = '{link}'

/** What stands in a calendar entry for the address that mail comes from: known only as the message leaves. */
export const SENDER_HERE = 'sender@here.invalid'

/** An address that mail can be sent to: one, without a name, and nothing that a mail server could read as an order. */
export const MailAddress = z
  .string('Enter an e-mail address')
  .trim()
  .max(254, 'Enter an e-mail address of at most 254 characters')
  .pipe(z.email('Enter an e-mail address like name@example.org'))

/** One line, whatever was typed: a subject or a name can end no header and begin no other. */
const oneLine = (longest: number) =>
  z.string().transform((text) =>
    text
      .normalize('NFC')
      .replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ')
      .replace(/\p{Cs}/gu, '')
      .trim()
      .slice(0, longest),
  )

/** A message to one person. Its text is plain, with empty lines between paragraphs. */
export const Letter = z.object({
  kind: z.enum(MAIL_KINDS),
  to: MailAddress,
  to_name: oneLine(120).optional(),
  /** Who reads the answer, where that is not the hub's own box. */
  reply_to: MailAddress.optional(),
  subject: oneLine(200).pipe(z.string().min(1, 'Enter a subject')),
  text: z.string().min(1, 'Enter the text of the message').max(20_000, 'Use at most 20,000 characters'),
  /** Calendar programs take the message as an invitation, or as its withdrawal; `ics` is a whole iCalendar file. */
  calendar: z
    .object({ method: z.enum(['REQUEST', 'CANCEL']), ics: z.string().startsWith('BEGIN:VCALENDAR').max(50_000) })
    .optional(),
})

import { SENDER_HERE } from '@hubline/domain/mail/letter.ts'
import { type Transporter, createTransport } from 'nodemailer'
import { Trouble } from '../jobs/trouble.ts'

export type Sender = { name: string | undefined; address: string }

export type Outgoing = {
  id: string
  /** Stands before the address of the sender where that has no name of its own. */
  hub_name: string
  to: string
  to_name: string | null
  reply_to: string | null
  subject: string
  text: string
  calendar: { method: 'REQUEST' | 'CANCEL'; ics: string } | undefined
}

/** The mail server, for handing messages to. */
export type Post = {
  /** @throws Refused where it will never take the message, Trouble where it may later */
  send: (message: Outgoing) => Promise<void>
  close: () => void
}

/** The mail server has said no, for good: its answer. */
export class Refused extends Error {}

const TIMES = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 20_000, dnsTimeout: 10_000 }

export function openPost({ smtp_url, from }: { smtp_url: string; from: Sender }): Post {
  const transport = createTransport({ url: smtp_url, ...TIMES, disableFileAccess: true, disableUrlAccess: true })
  return { send: (message) => hand(transport, from, message), close: () => transport.close() }
}

async function hand(transport: Transporter, from: Sender, message: Outgoing): Promise<void> {
  const { id, hub_name, to, to_name, reply_to, subject, text, calendar } = message
  try {
    await transport.sendMail({
      from: { name: from.name ?? hub_name, address: from.address },
      to: { name: to_name ?? '', address: to },
      ...(reply_to === null ? {} : { replyTo: reply_to }),
      subject,
      text,
      // The same for each attempt, so that a message that came twice can be known.
      messageId: `<${id}@${from.address.split('@')[1]}>`,
      // Holiday notices are not wanted in answer (RFC 3834).
      headers: { 'Auto-Submitted': 'auto-generated' },
      ...(calendar
        ? {
            icalEvent: {
              method: calendar.method,
              filename: 'invitation.ics',
              content: calendar.ics.replaceAll(SENDER_HERE, () => from.address),
            },
          }
        : {}),
    })
  } catch (error) {
    throw inWords(error)
  }
}

type Told = { code?: string; command?: string; responseCode?: number; response?: string }

/** What the mail server, or the way to it, said no with. Never logged: it may name the person written to. */
function inWords(error: unknown): Error {
  const { code, command, responseCode = 0, response = '' } = error instanceof Error ? (error as Error & Told) : {}
  const answer = response.replaceAll(/\s+/g, ' ').slice(0, 300)
  if (code === undefined)
    return new Error(`The message could not be made (${error instanceof Error ? error.name : ''})`)
  if (code === 'EAUTH') return new Trouble('The mail server does not accept the name and password in SMTP_URL')
  if (command === 'MAIL FROM')
    return new Trouble(`The mail server takes no mail from the address in MAIL_FROM: ${answer}`)
  if (responseCode >= 500 && (code === 'EENVELOPE' || code === 'EMESSAGE')) return new Refused(answer)
  if (responseCode > 0) return new Trouble(`The mail server wants it later: ${answer}`)
  return new Trouble('The mail server cannot be reached')
}

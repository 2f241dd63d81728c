import path from 'node:path'
import { MailAddress } from '@hubline/domain/mail/letter.ts'
import { z } from 'zod'
import type { Sender } from './mail/post.ts'

/** The folder of the whole project, wherever the program was called from. */
export const ROOT = path.resolve(import.meta.dirname, '../../..')

const GB = 1024 ** 3

const url = (schemes: string[], sentence: string) =>
  z.string().refine((text) => URL.canParse(text) && schemes.includes(new URL(text).protocol), sentence)

const Environment = z.object({
  DATABASE_URL: url(
    ['postgres:', 'postgresql:'],
    'must be the address of a PostgreSQL database, such as postgres://user:password@host:5432/name',
  ).optional(),
  HUBLINE_DATA: z.string().min(1).default('data'),
  PORT: z
    .string()
    .regex(/^\d{1,5}$/, 'must be a port number from 0 to 65535')
    .default('3000')
    .transform(Number)
    .refine((port) => port <= 65_535, 'must be a port number from 0 to 65535'),
  HUBLINE_DEMO: z.enum(['yes', 'no'], 'must be yes or no').default('yes'),
  HUBLINE_JOBS: z.enum(['yes', 'no'], 'must be yes or no').default('yes'),
  HUBLINE_DOCUMENTS_GB: z
    .string()
    .regex(/^\d{1,4}$/, 'must be a whole number of gigabytes')
    .default('20')
    .transform(Number),
  SMTP_URL: url(
    ['smtp:', 'smtps:'],
    'must be the address of a mail server, such as smtp://user:password@mail.example:587',
  ).optional(),
  MAIL_FROM: z
    .string()
    .transform(readSender)
    .refine(
      (sender) => sender !== undefined,
      'must be an e-mail address, such as hub@example.org or Example Hub <hub@example.org>',
    )
    .optional(),
  PUBLIC_URL: url(
    ['http:', 'https:'],
    'must be the address at which people find this server, such as https://hub.example',
  )
    .optional()
    .refine(
      (text) => text === undefined || (URL.canParse(text) && new URL(text).pathname === '/'),
      'must name the server only, without a path',
    ),
})

/** `name@host`, or `A name <name@host>`. */
function readSender(text: string): Sender | undefined {
  const named = /^(?<name>[^<>"\p{Cc}]*)<(?<address>[^<>]+)>$/u.exec(text.trim())?.groups
  const address = MailAddress.safeParse(named?.['address'] ?? text)
  return address.success ? { name: named?.['name']?.trim() || undefined, address: address.data } : undefined
}

/** Names that begin like ours and are read by other programs of the project: Vite and the browser tests. */
const OTHERS = new Set(['HUBLINE_API', 'HUBLINE_ADDRESS', 'HUBLINE_CHROMIUM'])

export type Settings = {
  /** Undefined: the database server that comes with Hubline. */
  database_url: string | undefined
  /** Folder of that database and of files. */
  data: string
  port: number
  demonstration: boolean
  /** Whether the server also does background jobs. */
  jobs: boolean
  /** What the documents of one hub may hold, in bytes. */
  documents_bytes: number
  /** Undefined: mail is kept for the admins to see. */
  smtp_url: string | undefined
  mail_from: Sender | undefined
  /** Undefined: people come to this machine's own address. */
  public_url: string | undefined
}

/** Wrong settings, one line for each. */
export class WrongSettings extends Error {}

/** Settings from the environment; an empty value is the same as none. @throws WrongSettings */
export function readSettings(env: NodeJS.ProcessEnv): Settings {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value !== ''))
  const read = Environment.safeParse(given)
  if (!read.success)
    throw new WrongSettings(read.error.issues.map((issue) => `${String(issue.path[0])} ${issue.message}`).join('\n'))
  const { data } = read
  return {
    database_url: data.DATABASE_URL,
    data: path.resolve(ROOT, data.HUBLINE_DATA),
    port: data.PORT,
    demonstration: data.HUBLINE_DEMO === 'yes',
    jobs: data.HUBLINE_JOBS === 'yes',
    documents_bytes: data.HUBLINE_DOCUMENTS_GB * GB,
    smtp_url: data.SMTP_URL,
    mail_from: data.MAIL_FROM,
    public_url: data.PUBLIC_URL === undefined ? undefined : new URL(data.PUBLIC_URL).origin,
  }
}

/** Where people find this server. */
export const addressOf = ({ public_url, port }: Pick<Settings, 'public_url' | 'port'>): string =>
  public_url ?? `http://localhost:${port}`

/** Who mail comes from: hubline at the name of this server, unless somebody is set. */
export function senderOf({ mail_from, public_url }: Pick<Settings, 'mail_from' | 'public_url'>): Sender {
  if (mail_from) return mail_from
  const address = `hubline@${public_url === undefined ? 'localhost' : new URL(public_url).hostname}`
  return { name: undefined, address }
}

/** What looks like a setting and is none, most often a misspelt one: a sentence for each. */
export function misspeltSettings(env: NodeJS.ProcessEnv): string[] {
  return Object.keys(env)
    .filter((name) => name.startsWith('HUBLINE_') && !(name in Environment.shape) && !OTHERS.has(name))
    .map((name) => `${name} is not a setting of Hubline and is passed over: see the list in README.md`)
}

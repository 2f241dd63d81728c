import PostalMime, { type Email } from 'postal-mime'
import { SMTPServer } from 'smtp-server'

export type MailServer = {
  /** For SMTP_URL. */
  url: string
  /** What it took, as a mail program reads it, in order. */
  letters: () => Promise<Email[]>
  /** The same as it came over the line. */
  raw: string[]
  /** Takes the server away, until it comes back at the same address. */
  leave: () => Promise<void>
  comeBack: () => Promise<void>
}

export type Manners = {
  /** Addresses that are refused for good. */
  unknown?: string[]
  /** Addresses that are put off. */
  busy?: string[]
  /** Whether it demands a name and password, and finds every one wrong. */
  locked?: boolean
  /** Called when a message is there and not yet answered for. */
  beforeTaking?: () => Promise<void>
}

/** A real mail server on this machine, until it leaves. */
export async function openMailServer(manners: Manners = {}): Promise<MailServer> {
  const raw: string[] = []
  let server = await listen(manners, raw, 0)
  const { port } = server.server.address() as { port: number }
  const leave = () => new Promise<void>((resolve) => server.close(() => resolve()))
  return {
    url: `smtp://${manners.locked ? 'hub:wrong@' : ''}127.0.0.1:${port}`,
    letters: () => Promise.all(raw.map((text) => PostalMime.parse(text))),
    raw,
    leave,
    comeBack: async () => {
      server = await listen(manners, raw, port)
    },
  }
}

const no = (responseCode: number, words: string) => Object.assign(new Error(words), { responseCode })

function listen({ unknown, busy, locked, beforeTaking }: Manners, raw: string[], port: number): Promise<SMTPServer> {
  const server = new SMTPServer({
    authOptional: !locked,
    disabledCommands: ['STARTTLS'],
    allowInsecureAuth: true,
    closeTimeout: 100,
    logger: false,
    onAuth: (_auth, _session, done) => done(no(535, 'wrong name or password')),
    onRcptTo: ({ address }, _session, done) => {
      if (unknown?.includes(address)) return done(no(550, `no such person ${address}`))
      if (busy?.includes(address)) return done(no(451, 'come back later'))
      done()
    },
    onData: (stream, _session, done) => {
      const pieces: Buffer[] = []
      stream.on('data', (piece: Buffer) => pieces.push(piece))
      stream.on('end', () => {
        const take = () => {
          raw.push(Buffer.concat(pieces).toString('utf8'))
          done()
        }
        if (beforeTaking) void beforeTaking().then(take)
        else take()
      })
    },
  })
  server.on('error', () => undefined)
  return new Promise((resolve) => server.listen(port, '127.0.0.1', () => resolve(server)))
}

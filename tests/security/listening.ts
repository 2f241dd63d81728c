import { type RequestListener, createServer } from 'node:http'
import { makeApp } from '@hubline/api/app.ts'
import { appRouter } from '@hubline/api/router.ts'
import { makeLog } from '@hubline/api/web/log.ts'
import { onTestFinished } from 'vitest'
import type { TestDatabase } from '../given/database.ts'

export type Listening = { url: string; log: string[] }

/** Serves an app on a free port of this machine until the test ends. */
export async function listening(app: (port: number, log: string[]) => RequestListener): Promise<Listening> {
  const log: string[] = []
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  server.on('request', app(port, log))
  onTestFinished(
    () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  )
  return { url: `http://127.0.0.1:${port}`, log }
}

type Variant = {
  public_url?: string
  writes_a_minute?: number
  web?: string
  patience_ms?: number
  documents_bytes?: number
}

/** The whole server's pipeline upon a test's database. */
export const aServer = (
  { db, front_door }: TestDatabase,
  { public_url, writes_a_minute = 100_000, web = import.meta.dirname, ...limits }: Variant = {},
): Promise<Listening> =>
  listening((port, log) =>
    makeApp({
      router: appRouter,
      db,
      front_door,
      port,
      public_url,
      sends_mail: false,
      writes_a_minute,
      ...limits,
      web,
      log: logInto(log),
    }),
  )

const logInto = (lines: string[]) => makeLog({ level: 'debug', to: { write: (line: string) => void lines.push(line) } })

type Call = { cookie?: string; headers?: Record<string, string>; body?: BodyInit; method?: string }

/** A call as our own pages make it, unless told otherwise. */
export function call(
  url: string,
  procedure: string,
  { cookie, headers = {}, body = '{}', method = 'POST' }: Call = {},
): Promise<Response> {
  return fetch(`${url}/trpc/${procedure}`, {
    method,
    headers: {
      'content-type': 'application/json',
      'x-hubline': '1',
      ...(cookie === undefined ? {} : { cookie: `hubline=${cookie}` }),
      ...headers,
    },
    ...(method === 'GET' ? {} : { body }),
  })
}

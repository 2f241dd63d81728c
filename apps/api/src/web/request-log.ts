import { randomUUID } from 'node:crypto'
import type { Request, RequestHandler, Response } from 'express'
import type { Entered } from '@hubline/db/door.ts'
import type { Log } from './log.ts'
import { idOf } from './told.ts'

/** What a request turned out to be about, for its line in the log. */
type About = { procedures?: string[]; hub_id?: string; adviser_id?: string }
const abouts = new WeakMap<Response, About>()

/** Gives each request the identifier by which people and the log speak of it. */
export const identify: RequestHandler = (_req, res, next) => {
  res.setHeader('x-request-id', randomUUID())
  next()
}

export function noteProcedures(res: Response, procedures: string[]): void {
  abouts.set(res, { ...abouts.get(res), procedures })
}

export function noteActor(res: Response, { hub_id, adviser_id }: Entered): void {
  abouts.set(res, { ...abouts.get(res), hub_id, adviser_id })
}

/** One line for each call: who and what by name, how it went and how long it took; nothing that anybody typed. */
export function logRequests(log: Log): RequestHandler {
  return (req, res, next) => {
    const began = performance.now()
    const kind = kindOf(req)
    res.once('close', () => {
      const about = abouts.get(res) ?? {}
      const line = {
        request_id: idOf(res),
        method: req.method,
        kind,
        ...about,
        status: res.statusCode,
        ms: Math.round(performance.now() - began),
      }
      if (res.statusCode >= 500) log.error(line, 'failed')
      else if (kind === 'call') log.info(line, 'answered')
      else log.debug(line, 'answered')
    })
    next()
  }
}

function kindOf(req: Request): 'call' | 'download' | 'health' | 'page' {
  if (req.path.startsWith('/trpc')) return 'call'
  if (req.path.startsWith('/download')) return 'download'
  return req.path === '/healthz' ? 'health' : 'page'
}

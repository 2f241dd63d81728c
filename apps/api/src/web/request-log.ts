import { randomUUID } from 'node:crypto'
import type { Request, RequestHandler, Response } from 'express'
import type { Entered } from '@hubline/db/door.ts'
import type { Log } from './log.ts'
import { PAGE_ROUTE } from './pages.ts'
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
    const from = req.path
    res.once('close', () => {
      const { kind, route } = kindOf(from, req)
      const about = abouts.get(res) ?? {}
      const line = {
        request_id: idOf(res),
        method: req.method,
        kind,
        route,
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

type Kind = { kind: 'call' | 'download' | 'upload' | 'health' | 'page'; route?: string }

/** Once it is answered. A file is named by the path of its route, which nobody typed: `/indicators/:key/units.csv`. */
function kindOf(from: string, { method, route }: Request): Kind {
  if (from.startsWith('/trpc')) return { kind: 'call' }
  if (from === '/healthz') return { kind: 'health' }
  const path = (route as { path?: unknown } | undefined)?.path
  if (typeof path !== 'string' || path === PAGE_ROUTE) return { kind: 'page' }
  return { kind: method === 'PUT' ? 'upload' : 'download', route: path }
}

import type { Db } from '@hubline/db/connection.ts'
import { Problem } from '@hubline/domain/problem.ts'
import type { AnyTRPCRouter } from '@trpc/server'
import { createExpressMiddleware } from '@trpc/server/adapters/express'
import type { Request, RequestHandler, Response } from 'express'
import { RateLimiterMemory } from 'rate-limiter-flexible'
import { doorOf } from '../staff/front-door.ts'
import { MARK_EVERY_MINUTES, markSeen } from '../staff/sessions.ts'
import { type RequestContext, problemsIn } from '../trpc.ts'
import { LARGEST_BODY, LARGEST_LIST, bringsList } from './guards.ts'
import type { FilesUnderWay } from './files-under-way.ts'
import type { Log } from './log.ts'
import { noteActor, noteProcedures } from './request-log.ts'
import { readSession, writeSession } from './session-cookie.ts'
import { idOf } from './told.ts'

export const MOST_IN_A_BATCH = 10

export type CallSettings = {
  router: AnyTRPCRouter
  db: Db
  front_door: Db
  log: Log
  /** Where people find this server. */
  public_url: string
  sends_mail: boolean
  writes_a_minute: number
  files: FilesUnderWay
  /** What the documents of one hub may hold. */
  documents_bytes: number
}

/** Where calls become procedures: each request gets its database, its session and its place in the log. */
export function calls(settings: CallSettings): RequestHandler {
  const { router, log } = settings
  const known = new Set(Object.keys(router._def.procedures))
  const countWrite = limitWrites(settings.writes_a_minute)
  const reading = (maxBodySize: number) =>
    createExpressMiddleware({
      router,
      maxBatchSize: MOST_IN_A_BATCH,
      maxBodySize,
      // A question too long for an address, or about people, comes as a body.
      allowMethodOverride: true,
      createContext: ({ req, res }) => {
        const names = decodeSafely(req.path.slice(1)).split(',')
        noteProcedures(
          res,
          names.slice(0, MOST_IN_A_BATCH).map((name) => (known.has(name) ? name : 'unknown')),
        )
        return contextOf(settings, countWrite, req, res)
      },
      responseMeta: ({ errors }) =>
        errors.some(({ code }) => code === 'SERVICE_UNAVAILABLE')
          ? { headers: new Headers({ 'retry-after': '5' }) }
          : {},
      onError: ({ error, path, req }) => {
        if (error.code !== 'SERVICE_UNAVAILABLE' && problemsIn(error).length > 0) return
        const res = req.res
        log.error(
          {
            request_id: res ? idOf(res) : undefined,
            procedure: path !== undefined && known.has(path) ? path : 'unknown',
            fault: error.cause ?? error,
          },
          'fault',
        )
      },
    })
  const [usual, lists] = [reading(LARGEST_BODY), reading(LARGEST_LIST)]
  return (req, res, next) => (bringsList(req) ? lists : usual)(req, res, next)
}

/** What a request brings, for procedures and for files. */
export function contextOf(
  settings: CallSettings,
  countWrite: (account_id: string) => Promise<void>,
  req: Request,
  res: Response,
): RequestContext {
  const { db, front_door, log, public_url, sends_mail } = settings
  const is_https = public_url.startsWith('https:')
  const token = readSession(req, is_https)
  const request_id = idOf(res)
  // Once for a request, after its answer, so that no transaction waits for it.
  const mark = onlyOnce(() =>
    res.once('close', () => {
      if (token !== undefined)
        markSeen(doorOf(front_door), token).catch((fault: unknown) => log.error({ request_id, fault }, 'fault'))
    }),
  )
  return {
    db,
    front_door,
    token,
    request_id,
    now: new Date(),
    address: req.ip ?? '',
    public_url,
    sends_mail,
    setSession: (given) => writeSession(res, given, is_https),
    logFault: (fault, path) => log.error({ request_id, procedure: path, fault }, 'fault'),
    entered: (actor) => {
      noteActor(res, actor)
      if (actor.idle_seconds >= MARK_EVERY_MINUTES * 60) mark()
    },
    countWrite,
  }
}

function onlyOnce(work: () => void): () => void {
  let done = false
  return () => {
    if (!done) work()
    done = true
  }
}

/** Counts what one person writes. @throws Problem 'too_many' */
export function limitWrites(points: number): (account_id: string) => Promise<void> {
  const limiter = new RateLimiterMemory({ keyPrefix: 'write', points, duration: 60 })
  return async (account_id) => {
    await limiter.consume(account_id).catch(() => {
      throw new Problem('too_many', 'You have saved a great deal in the last minute: wait a moment and go on')
    })
  }
}

function decodeSafely(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return ''
  }
}

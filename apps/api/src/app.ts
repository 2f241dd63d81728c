import compression from 'compression'
import express, { type ErrorRequestHandler, type Express, type RequestHandler } from 'express'
import { sql } from 'kysely'
import { downloadAuditPack } from './audit/download-audit-pack.ts'
import { diaryFeed } from './calendar/diary-feed.ts'
import { attachDocument } from './documents/attach-document.ts'
import { downloadDocument as downloadEvidence } from './documents/download-document.ts'
import { downloadGuests } from './events/download-guests.ts'
import { downloadUnits } from './indicators/download-units.ts'
import { addressOf } from './settings.ts'
import { downloadDemand, downloadPublished } from './skills-reviews/download-demand.ts'
import { downloadReviews } from './skills-reviews/download-reviews.ts'
import { downloadDocument } from './skills-reviews/download-document.ts'
import { FAULT_SENTENCE } from './trpc.ts'
import { readList } from './imports/read-list.ts'
import { downloadTemplate } from './partners/download-template.ts'
import { type CallSettings, calls } from './web/calls.ts'
import { FilesUnderWay } from './web/files-under-way.ts'
import { onlyFromHere, onlyJson } from './web/guards.ts'
import { safeHeaders } from './web/headers.ts'
import { health } from './web/health.ts'
import type { Log } from './web/log.ts'
import { pages } from './web/pages.ts'
import { identify, logRequests } from './web/request-log.ts'
import { idOf, tell } from './web/told.ts'
import { downloadPack } from './years/download-pack.ts'
import { downloadReview } from './years/download-review.ts'

export type AppSettings = Omit<CallSettings, 'public_url' | 'writes_a_minute' | 'files' | 'documents_bytes'> & {
  /** Where people find this server; undefined: at whatever name this machine has, on this port. */
  public_url: string | undefined
  port: number
  /** The folder of the built web app. */
  web: string
  writes_a_minute?: number
  /** How long a reader may take for a piece of a file. */
  patience_ms?: number
  documents_bytes?: number
}

/** Every request's way through the server, from top to bottom. */
export function makeApp({
  router,
  db,
  front_door,
  log,
  public_url,
  sends_mail,
  port,
  web,
  writes_a_minute = 120,
  patience_ms,
  documents_bytes = Infinity,
}: AppSettings): Express {
  const address = addressOf({ public_url, port })
  const files = new FilesUnderWay(patience_ms)
  const settings = {
    router,
    db,
    front_door,
    log,
    public_url: address,
    sends_mail,
    writes_a_minute,
    files,
    documents_bytes,
  }
  const app = express()
  // Only a proxy on this machine, in front of a named public address, may say whom it speaks for.
  app.set('trust proxy', public_url === undefined ? false : 'loopback')
  app.set('x-powered-by', false)

  app.use(identify)
  app.use(logRequests(log))
  app.use(safeHeaders(address.startsWith('https:')))
  app.use(compression())
  app.get(
    '/healthz',
    health(() => sql`select 1`.execute(db)),
  )
  // Also for files that ask what for: a link on another site would write its words into the trail, in the name of whoever follows it.
  const fromHere = onlyFromHere(public_url)
  app.use('/trpc', neverKept, fromHere, onlyJson, calls(settings))
  app.put('/lists', neverKept, fromHere, readList(settings))
  app.get('/year/:year/partners/template.:format', neverKept, downloadTemplate(settings))
  app.get('/indicators/:key/units.csv', neverKept, fromHere, downloadUnits(settings))
  app.get('/year/:year/review.json', neverKept, downloadReview(settings))
  app.get('/skills-reviews.csv', neverKept, fromHere, downloadReviews(settings))
  app.get('/skills-demand.csv', neverKept, fromHere, downloadDemand(settings))
  app.get('/skills-demand-published.csv', neverKept, downloadPublished(settings))
  app.get('/events/:reference/guests.csv', neverKept, fromHere, downloadGuests(settings))
  app.get('/diaries/:token.ics', neverKept, diaryFeed(settings))
  app.get('/reviews/:reference/plan.pdf', neverKept, downloadDocument(settings))
  app.put('/documents/:id', neverKept, fromHere, attachDocument(settings))
  app.get('/documents/:id', neverKept, downloadEvidence(settings))
  app.get('/year/:year/evidence/:version/audit-pack.zip', neverKept, fromHere, downloadAuditPack(settings))
  app.get('/year/:year/pack.:format', neverKept, fromHere, downloadPack(settings))
  app.use(pages(web))
  app.use(nothingHere)
  app.use(lastResort(log))
  return app
}

const neverKept: RequestHandler = (_req, res, next) => {
  res.setHeader('Cache-Control', 'no-store')
  next()
}

const nothingHere: RequestHandler = (_req, res) => tell(res, 404, 'There is nothing at that address')

/** What slipped through everything else: told as one sentence, logged whole. */
function lastResort(log: Log): ErrorRequestHandler {
  return (fault: unknown, _req, res, next) => {
    if (res.headersSent) return next(fault)
    const status = fault instanceof Error && 'status' in fault ? Number(fault.status) : 500
    if (status >= 400 && status < 500)
      return tell(
        res,
        status,
        status === 404
          ? 'There is nothing at that address'
          : 'The request could not be read: reload the page and send it again',
      )
    log.error({ request_id: idOf(res), fault }, 'fault')
    tell(res, 500, FAULT_SENTENCE)
  }
}

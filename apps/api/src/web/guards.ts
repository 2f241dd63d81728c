import type { Request, RequestHandler } from 'express'
import { tell } from './told.ts'

export const LARGEST_BODY = 256 * 1024
/** A list of two thousand people, or of a partner's businesses, is longer than any form. */
export const LARGEST_LIST = 1536 * 1024
/** Calls that bring a whole list, each sent alone. */
const LISTS = new Set(['/training.pasteLearners', '/partners.receive'])

export const bringsList = ({ path }: Pick<Request, 'path'>): boolean => LISTS.has(path)
const FROM_HERE = new Set(['same-origin', 'none'])

/**
 * Other sites cannot use the browser of someone who is signed in: a call must come from our own pages. A browser says
 * where a call comes from, and lets no other site send our header or a JSON body without asking us first, which we refuse.
 */
export function onlyFromHere(public_url: string | undefined): RequestHandler {
  return (req, res, next) => {
    const site = req.get('sec-fetch-site')
    if (site !== undefined && !FROM_HERE.has(site))
      return tell(res, 403, 'Open Hubline itself to do this: another site asked for it')
    if (!isOurs(req, public_url))
      return tell(res, 403, `Open Hubline at ${public_url ?? 'its own address'}: this page was opened elsewhere`)
    if (req.method !== 'GET' && req.get('x-hubline') !== '1')
      return tell(res, 403, 'Open Hubline itself to do this: the call did not come from one of its pages')
    next()
  }
}

function isOurs(req: Request, public_url: string | undefined): boolean {
  const origin = req.get('origin')
  if (origin === undefined) return true
  if (public_url !== undefined) return origin === public_url
  // Without a public address people come by whatever name this machine has; the page and the call must agree on it.
  return URL.canParse(origin) && new URL(origin).host === req.get('host')
}

/** Forms, plain text and files are not calls: only JSON is, and not too much of it. */
export const onlyJson: RequestHandler = (req, res, next) => {
  if (req.method === 'GET') return next()
  if (req.method !== 'POST') return tell(res, 405, 'Calls are made by GET and POST')
  const [kind = ''] = (req.get('content-type') ?? '').split(';')
  if (kind.trim().toLowerCase() !== 'application/json')
    return refuseUnread(req, () => tell(res, 415, 'Send the form as JSON: other kinds of content are not read'))
  if (Number(req.get('content-length') ?? 0) > (bringsList(req) ? LARGEST_LIST : LARGEST_BODY))
    return refuseUnread(req, () =>
      tell(res, 413, 'That is more than can be sent at once: shorten the notes or send it in parts'),
    )
  next()
}

/** Answers without reading what was sent, and hangs up after it. */
function refuseUnread(req: Request, answer: () => void): void {
  req.res?.setHeader('Connection', 'close')
  answer()
  req.resume()
}

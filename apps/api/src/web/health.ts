import type { RequestHandler } from 'express'

const PATIENCE_MS = 2000

/** 200 once the database answers, 503 while it does not. */
export function health(ask: () => Promise<unknown>): RequestHandler {
  return async (_req, res) => {
    res.setHeader('Cache-Control', 'no-store')
    const answered = await Promise.race([
      ask().then(
        () => true,
        () => false,
      ),
      later(PATIENCE_MS),
    ])
    if (answered) res.json({ status: 'ready' })
    else res.status(503).setHeader('Retry-After', '5').json({ status: 'The database cannot be reached' })
  }
}

const later = (ms: number) => new Promise<false>((resolve) => setTimeout(() => resolve(false), ms).unref())

import path from 'node:path'
import express, { type RequestHandler, Router } from 'express'

/** Paths that no page has: what is missing there is missing, and gets no page instead. */
const NOT_PAGES = /^\/(trpc|download|api|assets|healthz)(\/|$)|^\/[^/]*\.[^/]*$/

/** Every page is the same document: which of them it is, the browser knows. */
export const PAGE_ROUTE = '/{*page}'

/** The web app: files named by their contents are kept for a year, the page that names them is asked for each time. */
export function pages(folder: string): RequestHandler {
  const router = Router()
  router.use(express.static(folder, { index: false, redirect: false, setHeaders: keepAssets(folder) }))
  router.get(PAGE_ROUTE, (req, res, next) => {
    if (NOT_PAGES.test(req.path) || req.accepts('html') === false) return next()
    res.setHeader('Cache-Control', 'no-cache')
    res.sendFile('index.html', { root: folder, cacheControl: false }, (fault) => fault && next(fault))
  })
  return router
}

function keepAssets(folder: string) {
  const assets = path.join(folder, 'assets') + path.sep
  return (res: { setHeader: (name: string, value: string) => unknown }, file: string) =>
    res.setHeader('Cache-Control', file.startsWith(assets) ? 'public, max-age=31536000, immutable' : 'no-cache')
}

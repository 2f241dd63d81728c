/* Lets a page that was open before open again without a network. ASSETS and VERSION are put in when the app is built. */
const ASSETS = []
const VERSION = ''
const NAME = `hubline-${VERSION}`
const PATIENCE_MS = 4000
/* Files, which are no pages: one that takes long to make must not become a page on the way. */
const FILES = /^\/documents\/|\.(?:csv|ics|json|ods|pdf|xlsx|zip)$/

self.addEventListener('install', (event) => {
  event.waitUntil(
    caches
      .open(NAME)
      .then((cache) => cache.addAll(['/', ...ASSETS]))
      .then(() => self.skipWaiting()),
  )
})

self.addEventListener('activate', (event) => {
  event.waitUntil(
    caches
      .keys()
      .then((names) => Promise.all(names.filter((name) => name !== NAME).map((name) => caches.delete(name))))
      .then(() => self.clients.claim()),
  )
})

self.addEventListener('fetch', (event) => {
  const { request } = event
  const url = new URL(request.url)
  if (request.method !== 'GET' || url.origin !== self.location.origin || FILES.test(url.pathname)) return
  // The page itself is asked for each time; the kept one stands in where no answer comes.
  if (request.mode === 'navigate') event.respondWith(pageOf(request))
  else if (url.pathname.startsWith('/assets/'))
    event.respondWith(caches.match(request).then((kept) => kept ?? fetch(request)))
})

async function pageOf(request) {
  const kept = await caches.match('/')
  if (!kept) return fetch(request)
  const late = new Promise((resolve) => setTimeout(() => resolve(kept.clone()), PATIENCE_MS))
  return Promise.race([fetch(request).catch(() => kept.clone()), late])
}

import type { AppRouter } from '@hubline/api/router.ts'
import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query'
import { createTRPCClient, httpBatchLink, httpLink, splitLink } from '@trpc/client'
import { createTRPCOptionsProxy } from '@trpc/tanstack-react-query'
import { isSignedOut, problemOf } from './problem.ts'

let onSignedOut = (): void => undefined

/** What to do when the server no longer knows who asks; set once, by the router. */
export function whenSignedOut(run: () => void): void {
  onSignedOut = run
}

/** Goes to the sign-in page where a failure is that nobody is signed in. */
export function whereSignedOut(error: unknown): void {
  if (isSignedOut(error)) onSignedOut()
}

/** Answers are shown at once and asked again after half a minute; only a lost connection is tried again. */
export const queryClient = new QueryClient({
  queryCache: new QueryCache({ onError: whereSignedOut }),
  mutationCache: new MutationCache({ onError: whereSignedOut }),
  defaultOptions: {
    // Without a connection a question fails and says so, instead of waiting for ever.
    mutations: { networkMode: 'always' },
    queries: {
      networkMode: 'always',
      staleTime: 30_000,
      retry: (count, error) => count < 2 && problemOf(error).code === 'unreached',
    },
  },
})

/** Whom a pasted list names is too much for an address, and no business of one; and a list is sent alone. */
const ALONE = new Set([
  'people.recognise',
  'businesses.recognise',
  'partners.receive',
  'training.checkLearners',
  'training.pasteLearners',
])

const here = {
  url: '/trpc',
  // A form of another site cannot send this header: the server asks for it at every call.
  headers: { 'x-hubline': '1' },
  fetch: (url: URL | RequestInfo, options?: object) =>
    fetch(url, { ...(options as RequestInit), credentials: 'same-origin' }),
} as const

/** For what is sent outside a component: the outbox. */
export const client = createTRPCClient<AppRouter>({
  links: [
    splitLink({
      condition: ({ path }) => ALONE.has(path),
      true: httpLink({ ...here, methodOverride: 'POST' }),
      false: httpBatchLink({ ...here, maxItems: 10 }),
    }),
  ],
})

/** Every procedure, as options for a query or a mutation. */
export const trpc = createTRPCOptionsProxy<AppRouter>({ client, queryClient })

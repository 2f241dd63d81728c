import { createRootRoute, createRoute, createRouter, lazyRouteComponent, Outlet, redirect } from '@tanstack/react-router'
import { queryClient, whenSignedOut } from './api.ts'
import { type Address, readAddress, texts, writeAddress, yearName } from './address.ts'
import { PageError, PageLoading, PageNotFound } from './shell/page-states.tsx'
import { Shell } from './shell/shell.tsx'
import { findMe } from './staff/me.ts'

const root = createRootRoute({ component: Outlet })

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  validateSearch: texts('to'),
  component: lazyRouteComponent(() => import('./staff/sign-in-page.tsx'), 'SignInPage'),
})

const invitation = createRoute({
  getParentRoute: () => root,
  path: '/invitation/$token',
  component: lazyRouteComponent(() => import('./staff/invitation-page.tsx'), 'InvitationPage'),
})

/** Everything inside a hub: nobody passes without being signed in. */
const hub = createRoute({
  getParentRoute: () => root,
  id: 'hub',
  component: Shell,
  beforeLoad: async ({ location }) => {
    const me = await findMe()
    if (!me) throw redirect({ to: '/sign-in', search: { to: location.href === '/' ? undefined : location.href } })
    return { me }
  },
})

const start = createRoute({
  getParentRoute: () => hub,
  path: '/',
  beforeLoad: ({ context }) => {
    const leads = context.me.role === 'manager' || context.me.role === 'admin'
    throw redirect({ to: leads ? '/year' : '/caseload', replace: true })
  },
})

type BoardQuestion = { year?: string | undefined; programme?: string | undefined }

const year = createRoute({
  getParentRoute: () => hub,
  path: '/year',
  validateSearch: (search: Address): BoardQuestion => ({ ...texts('programme')(search), year: yearName(search) }),
  component: lazyRouteComponent(() => import('./years/board-page.tsx'), 'BoardPage'),
})

const caseload = createRoute({
  getParentRoute: () => hub,
  path: '/caseload',
  validateSearch: texts('view', 'adviser', 'stage', 'sort', 'after', 'before', 'peek'),
  component: lazyRouteComponent(() => import('./cases/caseload-page.tsx'), 'CaseloadPage'),
})

const businesses = createRoute({
  getParentRoute: () => hub,
  path: '/businesses',
  validateSearch: texts('q', 'district', 'state', 'sort', 'after', 'before'),
  component: lazyRouteComponent(() => import('./businesses/businesses-page.tsx'), 'BusinessesPage'),
})

const business = createRoute({
  getParentRoute: () => hub,
  path: '/b/$reference',
  validateSearch: texts('tab'),
  component: lazyRouteComponent(() => import('./businesses/business-page.tsx'), 'BusinessPage'),
})

const person = createRoute({
  getParentRoute: () => hub,
  path: '/p/$reference',
  validateSearch: texts('tab'),
  component: lazyRouteComponent(() => import('./people/person-page.tsx'), 'PersonPage'),
})

const definitions = createRoute({
  getParentRoute: () => hub,
  path: '/definitions',
  component: lazyRouteComponent(() => import('./indicators/definitions-page.tsx'), 'DefinitionsPage'),
})

const people = createRoute({
  getParentRoute: () => hub,
  path: '/settings/people',
  component: lazyRouteComponent(() => import('./staff/people-page.tsx'), 'PeoplePage'),
})

// The kit is a workbench: what is built for a hub does not hold it.
const workbench = import.meta.env.DEV
  ? [
      createRoute({
        getParentRoute: () => root,
        path: '/kit',
        component: lazyRouteComponent(() => import('./kit/kit-page.tsx'), 'KitPage'),
      }),
    ]
  : []

const pages = hub.addChildren([start, year, caseload, businesses, business, person, definitions, people])
const routeTree = root.addChildren([signIn, invitation, pages, ...workbench])

export const router = createRouter({
  routeTree,
  parseSearch: readAddress,
  stringifySearch: writeAddress,
  defaultPreload: 'intent',
  defaultPendingMs: 300,
  defaultPendingComponent: PageLoading,
  defaultErrorComponent: PageError,
  defaultNotFoundComponent: PageNotFound,
  scrollRestoration: true,
})

whenSignedOut(() => {
  const { pathname, href } = router.state.location
  if (pathname === '/sign-in' || pathname.startsWith('/invitation/')) return
  queryClient.clear()
  void router.navigate({ to: '/sign-in', search: { to: href } })
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}

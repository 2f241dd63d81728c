import { createRoute, createRouter, lazyRouteComponent, notFound, redirect } from '@tanstack/react-router'
import { queryClient, whenSignedOut } from './api.ts'
import { isYearName, readAddress, texts, writeAddress } from './address.ts'
import { DUPLICATE_ROUTES } from './duplicates/routes.ts'
import { CALENDAR_ROUTES, PUBLIC_CALENDAR_ROUTES } from './calendar/routes.ts'
import { EVIDENCE_ROUTES } from './evidence/routes.ts'
import { EVENT_ROUTES, PUBLIC_EVENT_ROUTES } from './events/routes.ts'
import { readListQuestion } from './indicators/list-question.ts'
import { hub, root } from './hub-route.tsx'
import { PageError, PageLoading, PageNotFound } from './shell/page-states.tsx'
import { REVIEW_ROUTES, planByLink } from './skills-reviews/routes.ts'
import { TRAINING_ROUTES } from './training/routes.ts'
import { CLOSING_ROUTES } from './years/routes.ts'

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

const start = createRoute({
  getParentRoute: () => hub,
  path: '/',
  beforeLoad: ({ context }) => {
    const has_cases = context.me.role === 'adviser' || context.me.role === 'skills_broker'
    throw redirect({ to: has_cases ? '/caseload' : '/year', replace: true })
  },
})

/** Opens the newest year that has something to show. */
const years = createRoute({
  getParentRoute: () => hub,
  path: '/year',
  beforeLoad: async () => {
    const { findOpeningYear } = await import('./years/board-query.ts')
    throw redirect({ to: '/year/$year', params: { year: await findOpeningYear() }, replace: true })
  },
})

// Named apart: beside `beforeLoad` a generic call would lose its type.
const ofBoard = texts('chart', 'as_at')

const year = createRoute({
  getParentRoute: () => hub,
  path: '/year/$year',
  validateSearch: ofBoard,
  beforeLoad: ({ params }) => {
    if (!isYearName(params.year)) throw notFound()
  },
  component: lazyRouteComponent(() => import('./years/board-page.tsx'), 'BoardPage'),
})

const radar = createRoute({
  getParentRoute: () => hub,
  path: '/year/$year/radar',
  validateSearch: texts('whose', 'after', 'before'),
  component: lazyRouteComponent(() => import('./indicators/radar-page.tsx'), 'RadarPage'),
})

const figure = createRoute({
  getParentRoute: () => hub,
  path: '/year/$year/$key',
  validateSearch: readListQuestion,
  beforeLoad: ({ params }) => {
    if (!isYearName(params.year)) throw notFound()
  },
  component: lazyRouteComponent(() => import('./indicators/units-page.tsx'), 'UnitsPage'),
})

const record = createRoute({
  getParentRoute: () => hub,
  path: '/r/$kind/$reference',
  validateSearch: texts('year'),
  component: lazyRouteComponent(() => import('./records/record-page.tsx'), 'RecordPage'),
})

const caseload = createRoute({
  getParentRoute: () => hub,
  path: '/caseload',
  validateSearch: texts(
    'whose',
    'due',
    'silent',
    'status',
    'kind',
    'district',
    'programme',
    'q',
    'sort',
    'after',
    'before',
  ),
  component: lazyRouteComponent(() => import('./cases/caseload-page.tsx'), 'CaseloadPage'),
})

const businesses = createRoute({
  getParentRoute: () => hub,
  path: '/businesses',
  validateSearch: texts('q', 'district', 'state', 'sector', 'size', 'sort', 'after', 'before'),
  component: lazyRouteComponent(() => import('./businesses/businesses-page.tsx'), 'BusinessesPage'),
})

const newBusiness = createRoute({
  getParentRoute: () => hub,
  path: '/businesses/new',
  component: lazyRouteComponent(() => import('./businesses/register-business-page.tsx'), 'RegisterBusinessPage'),
})

const newPerson = createRoute({
  getParentRoute: () => hub,
  path: '/people/new',
  component: lazyRouteComponent(() => import('./people/register-person-page.tsx'), 'RegisterPersonPage'),
})

const find = createRoute({
  getParentRoute: () => hub,
  path: '/find',
  validateSearch: texts('q', 'kind'),
  component: lazyRouteComponent(() => import('./businesses/find-page.tsx'), 'FindPage'),
})

const business = createRoute({
  getParentRoute: () => hub,
  path: '/b/$reference',
  validateSearch: texts('kinds', 'year'),
  component: lazyRouteComponent(() => import('./businesses/business-page.tsx'), 'BusinessPage'),
})

const person = createRoute({
  getParentRoute: () => hub,
  path: '/p/$reference',
  validateSearch: texts('kinds', 'year'),
  component: lazyRouteComponent(() => import('./people/person-page.tsx'), 'PersonPage'),
})

const definitions = createRoute({
  getParentRoute: () => hub,
  path: '/definitions',
  component: lazyRouteComponent(() => import('./indicators/definitions-page.tsx'), 'DefinitionsPage'),
})

const definition = createRoute({
  getParentRoute: () => hub,
  path: '/definitions/$key',
  component: lazyRouteComponent(() => import('./indicators/definition-page.tsx'), 'DefinitionPage'),
})

const quality = createRoute({
  getParentRoute: () => hub,
  path: '/quality',
  validateSearch: texts('year', 'whose'),
  component: lazyRouteComponent(() => import('./data-quality/quality-page.tsx'), 'QualityPage'),
})

const qualityRule = createRoute({
  getParentRoute: () => hub,
  path: '/quality/$rule',
  validateSearch: texts('year', 'whose', 'after', 'before'),
  component: lazyRouteComponent(() => import('./data-quality/quality-rule-page.tsx'), 'QualityRulePage'),
})

const people = createRoute({
  getParentRoute: () => hub,
  path: '/settings/people',
  validateSearch: texts('after', 'before'),
  component: lazyRouteComponent(() => import('./staff/people-page.tsx'), 'PeoplePage'),
})

const outbox = createRoute({
  getParentRoute: () => hub,
  path: '/settings/outbox',
  validateSearch: texts('state', 'mail', 'after', 'before'),
  component: lazyRouteComponent(() => import('./mail/outbox-page.tsx'), 'OutboxPage'),
})

const taken = createRoute({
  getParentRoute: () => hub,
  path: '/settings/taken',
  validateSearch: texts('after', 'before'),
  component: lazyRouteComponent(() => import('./audit/taken-page.tsx'), 'TakenPage'),
})

// The kit is a workbench: what is built for a hub does not hold it.
const workbench =
  import.meta.env.MODE === 'production'
    ? []
    : [
        createRoute({
          getParentRoute: () => root,
          path: '/kit',
          component: lazyRouteComponent(() => import('./kit/kit-page.tsx'), 'KitPage'),
        }),
      ]

const pages = hub.addChildren([
  start,
  years,
  year,
  figure,
  ...CLOSING_ROUTES,
  caseload,
  businesses,
  newBusiness,
  newPerson,
  find,
  business,
  person,
  record,
  ...CALENDAR_ROUTES,
  ...DUPLICATE_ROUTES,
  ...EVENT_ROUTES,
  ...EVIDENCE_ROUTES,
  ...REVIEW_ROUTES,
  ...TRAINING_ROUTES,
  definitions,
  definition,
  radar,
  quality,
  qualityRule,
  people,
  outbox,
  taken,
])
const routeTree = root.addChildren([
  signIn,
  invitation,
  planByLink,
  ...PUBLIC_CALENDAR_ROUTES,
  ...PUBLIC_EVENT_ROUTES,
  pages,
  ...workbench,
])

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
  if (pathname === '/sign-in' || pathname.startsWith('/invitation/') || pathname.startsWith('/t/')) return
  queryClient.clear()
  void router.navigate({ to: '/sign-in', search: { to: href } })
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}

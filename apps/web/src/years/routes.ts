import { createRoute, lazyRouteComponent, notFound } from '@tanstack/react-router'
import { isYearName, texts } from '../address.ts'
import { hub } from '../hub-route.tsx'

// Named apart: beside `beforeLoad` a generic call would lose its type.
const ofYear = texts('version', 'differs', 'after')
const ofList = texts('after')
const ofTargets = texts('programme')
const ofReturn = texts('show')

const close = createRoute({
  getParentRoute: () => hub,
  path: '/year/$year/close',
  validateSearch: ofYear,
  beforeLoad: ({ params }) => {
    if (!isYearName(params.year)) throw notFound()
  },
  component: lazyRouteComponent(() => import('./close-page.tsx'), 'ClosePage'),
})

const signedList = createRoute({
  getParentRoute: () => hub,
  path: '/year/$year/close/$version/$key',
  validateSearch: ofList,
  beforeLoad: ({ params }) => {
    if (!isYearName(params.year)) throw notFound()
  },
  component: lazyRouteComponent(() => import('./signed-list-page.tsx'), 'SignedListPage'),
})

const targets = createRoute({
  getParentRoute: () => hub,
  path: '/year/$year/targets',
  validateSearch: ofTargets,
  beforeLoad: ({ params }) => {
    if (!isYearName(params.year)) throw notFound()
  },
  component: lazyRouteComponent(() => import('./targets-page.tsx'), 'TargetsPage'),
})

const programme = createRoute({
  getParentRoute: () => hub,
  path: '/year/$year/programme/$programme',
  beforeLoad: ({ params }) => {
    if (!isYearName(params.year)) throw notFound()
  },
  component: lazyRouteComponent(() => import('../programmes/programme-page.tsx'), 'ProgrammePage'),
})

const review = createRoute({
  getParentRoute: () => hub,
  path: '/year/$year/review',
  beforeLoad: ({ params }) => {
    if (!isYearName(params.year)) throw notFound()
  },
  component: lazyRouteComponent(() => import('./review-page.tsx'), 'ReviewPage'),
})

const partners = createRoute({
  getParentRoute: () => hub,
  path: '/year/$year/partners',
  beforeLoad: ({ params }) => {
    if (!isYearName(params.year)) throw notFound()
  },
  component: lazyRouteComponent(() => import('../partners/partners-page.tsx'), 'PartnersPage'),
})

const partnerReturn = createRoute({
  getParentRoute: () => hub,
  path: '/year/$year/partners/$reference',
  validateSearch: ofReturn,
  beforeLoad: ({ params }) => {
    if (!isYearName(params.year)) throw notFound()
  },
  component: lazyRouteComponent(() => import('../partners/return-page.tsx'), 'ReturnPage'),
})

export const CLOSING_ROUTES = [close, partners, partnerReturn, signedList, targets, programme, review] as const

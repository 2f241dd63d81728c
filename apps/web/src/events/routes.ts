import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { texts } from '../address.ts'
import { hub, root } from '../hub-route.tsx'

const events = createRoute({
  getParentRoute: () => hub,
  path: '/events',
  validateSearch: texts('when', 'year', 'q', 'after', 'before'),
  component: lazyRouteComponent(() => import('./events-page.tsx'), 'EventsPage'),
})

const newEvent = createRoute({
  getParentRoute: () => hub,
  path: '/events/new',
  validateSearch: texts('from'),
  component: lazyRouteComponent(() => import('./plan-event-page.tsx'), 'PlanEventPage'),
})

const event = createRoute({
  getParentRoute: () => hub,
  path: '/events/$reference',
  validateSearch: texts('list', 'q', 'after', 'before'),
  component: lazyRouteComponent(() => import('./event-page.tsx'), 'EventPage'),
})

const checkIn = createRoute({
  getParentRoute: () => hub,
  path: '/events/$reference/check-in',
  validateSearch: texts('show'),
  component: lazyRouteComponent(() => import('./check-in-page.tsx'), 'CheckInPage'),
})

const match = createRoute({
  getParentRoute: () => hub,
  path: '/events/$reference/match',
  validateSearch: texts('after', 'before'),
  component: lazyRouteComponent(() => import('./match-page.tsx'), 'MatchPage'),
})

const publicEvent = createRoute({
  getParentRoute: () => root,
  path: '/e/$token',
  component: lazyRouteComponent(() => import('./public-event-page.tsx'), 'PublicEventPage'),
})

const myPlace = createRoute({
  getParentRoute: () => root,
  path: '/place/$token',
  component: lazyRouteComponent(() => import('./my-place-page.tsx'), 'MyPlacePage'),
})

/** The pages of events inside a hub. */
export const EVENT_ROUTES = [events, newEvent, event, checkIn, match] as const
/** What people outside see of an event, and of their own place at it. */
export const PUBLIC_EVENT_ROUTES = [publicEvent, myPlace] as const

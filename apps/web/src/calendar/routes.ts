import { createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router'
import { texts } from '../address.ts'
import { hub, root } from '../hub-route.tsx'

const calendar = createRoute({
  getParentRoute: () => hub,
  path: '/calendar',
  validateSearch: texts('view', 'day', 'who', 'book', 'move', 'at'),
  component: lazyRouteComponent(() => import('./calendar-page.tsx'), 'CalendarPage'),
})

/** Where a list says "Book": the calendar, with that review to find a time for. */
const bookReview = createRoute({
  getParentRoute: () => hub,
  path: '/reviews/$reference/book',
  beforeLoad: ({ params }) => {
    throw redirect({ to: '/calendar', search: { book: params.reference }, replace: true })
  },
})

const diarySettings = createRoute({
  getParentRoute: () => hub,
  path: '/settings/diary',
  validateSearch: texts('of'),
  component: lazyRouteComponent(() => import('./diary-settings-page.tsx'), 'DiarySettingsPage'),
})

const requests = createRoute({
  getParentRoute: () => hub,
  path: '/calendar/to-match',
  validateSearch: texts('after', 'before'),
  component: lazyRouteComponent(() => import('./requests-page.tsx'), 'RequestsPage'),
})

/** A broker's own page, for whoever has its address. */
const bookBroker = createRoute({
  getParentRoute: () => root,
  path: '/book/$token',
  component: lazyRouteComponent(() => import('./book-broker-page.tsx'), 'BookBrokerPage'),
})

/** A client's own page, by the link that they were sent. */
const chooseTime = createRoute({
  getParentRoute: () => root,
  path: '/t/$token',
  component: lazyRouteComponent(() => import('./choose-time-page.tsx'), 'ChooseTimePage'),
})

export const CALENDAR_ROUTES = [calendar, bookReview, requests, diarySettings] as const
export const PUBLIC_CALENDAR_ROUTES = [chooseTime, bookBroker] as const

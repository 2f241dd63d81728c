import { createRoute, lazyRouteComponent, notFound } from '@tanstack/react-router'
import { isYearName } from '../address.ts'
import { hub } from '../hub-route.tsx'

const sample = createRoute({
  getParentRoute: () => hub,
  path: '/year/$year/evidence/$version/$key',
  beforeLoad: ({ params }) => {
    if (!isYearName(params.year)) throw notFound()
  },
  component: lazyRouteComponent(() => import('./sample-page.tsx'), 'SamplePage'),
})

export const EVIDENCE_ROUTES = [sample] as const

import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { texts } from '../address.ts'
import { hub } from '../hub-route.tsx'

const duplicates = createRoute({
  getParentRoute: () => hub,
  path: '/duplicates',
  validateSearch: texts('kind', 'after', 'before'),
  component: lazyRouteComponent(() => import('./duplicates-page.tsx'), 'DuplicatesPage'),
})

const comparePair = createRoute({
  getParentRoute: () => hub,
  path: '/duplicates/$kind/$one/$other',
  component: lazyRouteComponent(() => import('./compare-page.tsx'), 'ComparePage'),
})

export const DUPLICATE_ROUTES = [duplicates, comparePair] as const

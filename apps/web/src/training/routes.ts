import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { texts } from '../address.ts'
import { hub } from '../hub-route.tsx'

const training = createRoute({
  getParentRoute: () => hub,
  path: '/training',
  validateSearch: texts('q', 'kind', 'provider', 'sessions', 'sort', 'after', 'before'),
  component: lazyRouteComponent(() => import('./training-page.tsx'), 'TrainingPage'),
})

const uptake = createRoute({
  getParentRoute: () => hub,
  path: '/training/uptake',
  validateSearch: texts('q', 'status', 'after', 'before'),
  component: lazyRouteComponent(() => import('./uptake-page.tsx'), 'UptakePage'),
})

const learners = createRoute({
  getParentRoute: () => hub,
  path: '/training/learners',
  validateSearch: texts('q', 'business', 'person', 'line', 'stage', 'after', 'before'),
  component: lazyRouteComponent(() => import('./learners-page.tsx'), 'LearnersPage'),
})

const course = createRoute({
  getParentRoute: () => hub,
  path: '/training/$reference',
  validateSearch: texts('q', 'session', 'stage', 'after', 'before'),
  component: lazyRouteComponent(() => import('./course-page.tsx'), 'CoursePage'),
})

const paste = createRoute({
  getParentRoute: () => hub,
  path: '/training/$reference/paste',
  validateSearch: texts('session', 'line'),
  component: lazyRouteComponent(() => import('./paste/paste-page.tsx'), 'PastePage'),
})

/** The pages of courses, of learners and of what training plans came to. */
export const TRAINING_ROUTES = [training, uptake, learners, course, paste] as const

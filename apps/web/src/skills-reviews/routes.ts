import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { texts } from '../address.ts'
import { hub, root } from '../hub-route.tsx'

const reviews = createRoute({
  getParentRoute: () => hub,
  path: '/reviews',
  validateSearch: texts(
    'year',
    'at',
    'reason',
    'by',
    'from',
    'to',
    'broker',
    'district',
    'sector',
    'q',
    'sort',
    'after',
    'before',
  ),
  component: lazyRouteComponent(() => import('./reviews-page.tsx'), 'ReviewsPage'),
})

const demand = createRoute({
  getParentRoute: () => hub,
  path: '/reviews/demand',
  validateSearch: texts(
    'year',
    'view',
    'role',
    'skill',
    'level',
    'sector',
    'place',
    'urgency',
    'state',
    'rows',
    'columns',
    'after',
    'before',
  ),
  component: lazyRouteComponent(() => import('./demand-page.tsx'), 'DemandPage'),
})

const month = createRoute({
  getParentRoute: () => hub,
  path: '/reviews/month',
  validateSearch: texts('broker', 'month', 'of', 'after', 'before'),
  component: lazyRouteComponent(() => import('./month-page.tsx'), 'MonthPage'),
})

const reviewForm = createRoute({
  getParentRoute: () => hub,
  path: '/reviews/$reference/form',
  validateSearch: texts('section'),
  component: lazyRouteComponent(() => import('./review-form-page.tsx'), 'ReviewFormPage'),
})

const trainingPlan = createRoute({
  getParentRoute: () => hub,
  path: '/reviews/$reference/plan',
  component: lazyRouteComponent(() => import('./training-plan-page.tsx'), 'TrainingPlanPage'),
})

const clientDocument = createRoute({
  getParentRoute: () => hub,
  path: '/reviews/$reference/document',
  component: lazyRouteComponent(() => import('./client-document-page.tsx'), 'ClientDocumentPage'),
})

/** The plan as its client reads it, without an account. */
export const planByLink = createRoute({
  getParentRoute: () => root,
  path: '/plan/$token',
  component: lazyRouteComponent(() => import('./plan-by-link-page.tsx'), 'PlanByLinkPage'),
})

const callLists = createRoute({
  getParentRoute: () => hub,
  path: '/reviews/call-list',
  validateSearch: texts('view', 'after', 'before'),
  component: lazyRouteComponent(() => import('./call-lists-page.tsx'), 'CallListsPage'),
})

const newCallList = createRoute({
  getParentRoute: () => hub,
  path: '/reviews/call-list/new',
  validateSearch: texts(
    'sector',
    'size',
    'district',
    'months',
    'referred',
    'never_reviewed',
    'waiting',
    'has_contact',
    'has_phone',
    'has_email',
    'most',
  ),
  component: lazyRouteComponent(() => import('./new-call-list-page.tsx'), 'NewCallListPage'),
})

const callList = createRoute({
  getParentRoute: () => hub,
  path: '/reviews/call-list/$reference',
  validateSearch: texts('show', 'after', 'before'),
  component: lazyRouteComponent(() => import('./call-list-page.tsx'), 'CallListPage'),
})

const offerMailings = createRoute({
  getParentRoute: () => hub,
  path: '/reviews/mail',
  validateSearch: texts('after', 'before'),
  component: lazyRouteComponent(() => import('./offer-mailings-page.tsx'), 'OfferMailingsPage'),
})

const newOfferMail = createRoute({
  getParentRoute: () => hub,
  path: '/reviews/mail/new',
  validateSearch: texts(
    'sector',
    'size',
    'district',
    'months',
    'referred',
    'never_reviewed',
    'show',
    'after',
    'before',
  ),
  component: lazyRouteComponent(() => import('./new-offer-mail-page.tsx'), 'NewOfferMailPage'),
})

const offerMailing = createRoute({
  getParentRoute: () => hub,
  path: '/reviews/mail/$reference',
  validateSearch: texts('show', 'after', 'before'),
  component: lazyRouteComponent(() => import('./offer-mailing-page.tsx'), 'OfferMailingPage'),
})

const questions = createRoute({
  getParentRoute: () => hub,
  path: '/settings/questions',
  validateSearch: texts('version'),
  component: lazyRouteComponent(() => import('./questions-page.tsx'), 'QuestionsPage'),
})

/** The pages of skills reviews, for signed-in people. */
export const REVIEW_ROUTES = [
  reviews,
  demand,
  month,
  callLists,
  newCallList,
  callList,
  offerMailings,
  newOfferMail,
  offerMailing,
  reviewForm,
  trainingPlan,
  clientDocument,
  questions,
] as const

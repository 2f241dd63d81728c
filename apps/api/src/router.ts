import { auditRouter } from './audit/audit-router.ts'
import { findRouter } from './businesses/find-router.ts'
import { businessesRouter } from './businesses/router.ts'
import { calendarRouter } from './calendar/router.ts'
import { casesRouter } from './cases/router.ts'
import { dataQualityRouter } from './data-quality/router.ts'
import { duplicatesRouter } from './duplicates/duplicates-router.ts'
import { documentsRouter } from './documents/documents-router.ts'
import { evidenceRouter } from './evidence/evidence-router.ts'
import { eventsRouter } from './events/router.ts'
import { indicatorsRouter } from './indicators/router.ts'
import { interactionsRouter } from './interactions/router.ts'
import { mailRouter } from './mail/mail-router.ts'
import { partnersRouter } from './partners/partners-router.ts'
import { peopleRouter } from './people/router.ts'
import { programmesRouter } from './programmes/router.ts'
import { recordsRouter } from './records/router.ts'
import { callListsRouter } from './skills-reviews/call-lists-router.ts'
import { offerMailRouter } from './skills-reviews/offer-mail-router.ts'
import { plansRouter } from './skills-reviews/plans-router.ts'
import { skillsReviewsRouter } from './skills-reviews/skills-reviews-router.ts'
import { reviewFormsRouter, reviewQuestionsRouter } from './skills-reviews/review-forms-router.ts'
import { staffRouter } from './staff/staff-router.ts'
import { trainingRouter } from './training/training-router.ts'
import { router } from './trpc.ts'
import { yearsRouter } from './years/years-router.ts'

/** Everything that can be asked of the server: one line for each area, by the same names as the folders. */
export const appRouter = router({
  audit: auditRouter,
  businesses: businessesRouter,
  calendar: calendarRouter,
  callLists: callListsRouter,
  cases: casesRouter,
  dataQuality: dataQualityRouter,
  documents: documentsRouter,
  duplicates: duplicatesRouter,
  events: eventsRouter,
  evidence: evidenceRouter,
  find: findRouter,
  indicators: indicatorsRouter,
  interactions: interactionsRouter,
  mail: mailRouter,
  partners: partnersRouter,
  people: peopleRouter,
  offerMail: offerMailRouter,
  plans: plansRouter,
  programmes: programmesRouter,
  records: recordsRouter,
  skillsReviews: skillsReviewsRouter,
  reviewForms: reviewFormsRouter,
  reviewQuestions: reviewQuestionsRouter,
  staff: staffRouter,
  training: trainingRouter,
  years: yearsRouter,
})

export type AppRouter = typeof appRouter

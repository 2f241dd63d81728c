import { router } from '../trpc.ts'
import { addPlanLine } from './add-plan-line.ts'
import { makePlanLink, recordAgreement, sendPlan } from './agree-plan.ts'
import { changePlanLine } from './change-plan-line.ts'
import { coursesForNeed } from './courses-for-need.ts'
import { planDocument } from './document-facts.ts'
import { answerPlan, planByLink } from './plan-by-link.ts'
import { planGaps } from './plan-gaps.ts'
import { planPage } from './plan-page.ts'
import { removePlanLine } from './remove-plan-line.ts'

export const plansRouter = router({
  addLine: addPlanLine,
  answer: answerPlan,
  byLink: planByLink,
  changeLine: changePlanLine,
  courses: coursesForNeed,
  document: planDocument,
  makeLink: makePlanLink,
  page: planPage,
  planGaps,
  recordAgreement,
  removeLine: removePlanLine,
  send: sendPlan,
})

import { router } from '../trpc.ts'
import { addPlanLine } from './add-plan-line.ts'
import { changePlanLine } from './change-plan-line.ts'
import { coursesForNeed } from './courses-for-need.ts'
import { planDocument } from './document-facts.ts'
import { planGaps } from './plan-gaps.ts'
import { planPage } from './plan-page.ts'
import { removePlanLine } from './remove-plan-line.ts'

export const plansRouter = router({
  addLine: addPlanLine,
  changeLine: changePlanLine,
  courses: coursesForNeed,
  document: planDocument,
  page: planPage,
  planGaps,
  removeLine: removePlanLine,
})

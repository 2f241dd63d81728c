import { router } from '../trpc.ts'
import { caseload } from './caseload.ts'
import { changeStatus } from './change-status.ts'
import { choices } from './choices.ts'
import { openCase } from './open-case.ts'
import { reassignCases } from './reassign-cases.ts'
import { setNextStep } from './set-next-step.ts'

export const casesRouter = router({
  caseload,
  changeStatus,
  choices,
  open: openCase,
  reassign: reassignCases,
  setNextStep,
})

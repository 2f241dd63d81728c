import { router } from '../trpc.ts'
import { askReturn } from './ask-return.ts'
import { changeDue } from './change-due.ts'
import { decideRow } from './decide-row.ts'
import { receiveReturn } from './receive-return.ts'
import { returnPage } from './return-page.ts'
import { returns } from './returns.ts'
import { takeReturn } from './take-return.ts'
import { withdrawReturn } from './withdraw-return.ts'

export const partnersRouter = router({
  ask: askReturn,
  changeDue,
  decide: decideRow,
  receive: receiveReturn,
  return: returnPage,
  returns,
  take: takeReturn,
  withdraw: withdrawReturn,
})

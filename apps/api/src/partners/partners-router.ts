import { router } from '../trpc.ts'
import { checkReturn } from './check-return.ts'
import { returns } from './returns.ts'
import { takeReturn } from './take-return.ts'
import { withdrawReturn } from './withdraw-return.ts'

export const partnersRouter = router({ check: checkReturn, returns, take: takeReturn, withdraw: withdrawReturn })

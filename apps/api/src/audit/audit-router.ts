import { router } from '../trpc.ts'
import { taken } from './taken.ts'

export const auditRouter = router({ taken })

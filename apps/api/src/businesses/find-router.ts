import { router } from '../trpc.ts'
import { find } from './find.ts'

export const findRouter = router({ find })

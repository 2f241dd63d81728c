import { router } from '../trpc.ts'
import { undoMerge } from './undo-merge.ts'

export const duplicatesRouter = router({ undoMerge })

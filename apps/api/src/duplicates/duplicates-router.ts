import { router } from '../trpc.ts'
import { comparePair } from './compare-pair.ts'
import { listPairs } from './list-pairs.ts'
import { previewMerge } from './preview-merge.ts'
import { undoMerge } from './undo-merge.ts'

export const duplicatesRouter = router({ compare: comparePair, list: listPairs, preview: previewMerge, undoMerge })

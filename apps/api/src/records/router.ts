import { router } from '../trpc.ts'
import { recordHistory } from './record-history.ts'
import { recordPage } from './record-page.ts'
import { voidRecord } from './void-record.ts'

export const recordsRouter = router({ history: recordHistory, page: recordPage, void: voidRecord })

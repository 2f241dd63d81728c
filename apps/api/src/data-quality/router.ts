import { router } from '../trpc.ts'
import { list } from './list-records.ts'
import { ofRecord } from './of-record.ts'
import { overview } from './overview.ts'

export const dataQualityRouter = router({ overview, list, ofRecord })

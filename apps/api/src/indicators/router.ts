import { router } from '../trpc.ts'
import { board, definitions } from './board.ts'
import { radar } from './radar.ts'
import { units } from './units.ts'
import { why } from './why.ts'

export const indicatorsRouter = router({ board, definitions, units, why, radar })

import { router } from '../trpc.ts'
import { board, definitions } from './board.ts'
import { ofClient } from './counts-for.ts'
import { units } from './units.ts'

export const indicatorsRouter = router({ board, definitions, units, ofClient })

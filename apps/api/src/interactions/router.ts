import { router } from '../trpc.ts'
import { about } from './about.ts'
import { correctInteraction } from './correct-interaction.ts'
import { defaults } from './defaults.ts'
import { logInteraction } from './log-interaction.ts'

export const interactionsRouter = router({ about, correct: correctInteraction, defaults, log: logInteraction })

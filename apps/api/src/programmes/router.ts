import { router } from '../trpc.ts'
import { listProgrammes } from './list-programmes.ts'
import { programmeFigures } from './programme-figures.ts'
import { setFramework } from './set-framework.ts'

export const programmesRouter = router({ figures: programmeFigures, list: listProgrammes, setFramework })

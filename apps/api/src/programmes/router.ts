import { router } from '../trpc.ts'
import { listProgrammes } from './list-programmes.ts'
import { setFramework } from './set-framework.ts'

export const programmesRouter = router({ list: listProgrammes, setFramework })

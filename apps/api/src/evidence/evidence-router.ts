import { router } from '../trpc.ts'
import { checkEvidence } from './check-evidence.ts'
import { drawSample } from './draw-sample.ts'
import { sample, sampleUnits } from './sample.ts'

export const evidenceRouter = router({ check: checkEvidence, draw: drawSample, sample, sampleUnits })

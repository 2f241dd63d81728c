import { router } from '../trpc.ts'
import { course } from './course.ts'
import { explainYear } from './explain-year.ts'
import { moveYear } from './move-year.ts'
import { packProgress } from './pack-progress.ts'
import { restateYear } from './restate-year.ts'
import { restatement, restatementUnits } from './restatement.ts'
import { setTargets } from './set-targets.ts'
import { review } from './review.ts'
import { signOffYear } from './sign-off-year.ts'
import { signedFigures } from './signed-figures.ts'
import { signedUnits } from './signed-units.ts'
import { standing } from './standing.ts'
import { targets } from './targets.ts'
import { variances } from './variances.ts'
import { versionUnits, versionsAsked } from './year-versions.ts'

export const yearsRouter = router({
  course,
  explain: explainYear,
  move: moveYear,
  packProgress,
  restate: restateYear,
  restatement,
  restatementUnits,
  review,
  setTargets,
  signOff: signOffYear,
  signedFigures,
  signedUnits,
  standing,
  targets,
  variances,
  versionUnits,
  versionsAsked,
})

import { router } from '../trpc.ts'
import { moveYear } from './move-year.ts'
import { restateYear } from './restate-year.ts'
import { restatement, restatementUnits } from './restatement.ts'
import { signOffYear } from './sign-off-year.ts'
import { signedFigures } from './signed-figures.ts'
import { signedUnits } from './signed-units.ts'
import { standing } from './standing.ts'

export const yearsRouter = router({
  move: moveYear,
  restate: restateYear,
  restatement,
  restatementUnits,
  signOff: signOffYear,
  signedFigures,
  signedUnits,
  standing,
})

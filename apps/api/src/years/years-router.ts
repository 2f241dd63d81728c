import { router } from '../trpc.ts'
import { moveYear } from './move-year.ts'
import { signOffYear } from './sign-off-year.ts'
import { signedFigures } from './signed-figures.ts'
import { signedUnits } from './signed-units.ts'
import { standing } from './standing.ts'

export const yearsRouter = router({ move: moveYear, signOff: signOffYear, signedFigures, signedUnits, standing })

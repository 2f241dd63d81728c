import { router } from '../trpc.ts'
import { board, definitions } from './board.ts'
import { definitionEffect, definitionEffectUnits } from './definition-effect.ts'
import { definition } from './definition-page.ts'
import { publishDefinition } from './publish-definition.ts'
import { radar } from './radar.ts'
import { split } from './split.ts'
import { units } from './units.ts'
import { why } from './why.ts'

export const indicatorsRouter = router({
  board,
  definition,
  definitionEffect,
  definitionEffectUnits,
  definitions,
  publishDefinition,
  split,
  units,
  why,
  radar,
})

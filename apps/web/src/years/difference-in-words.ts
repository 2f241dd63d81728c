import type { UnitOfValue } from '@hubline/domain/indicators/definition.ts'
import type { Variance } from '@hubline/domain/years/variance.ts'
import { showFigure } from '../indicators/show-figure.ts'

/** `20% below the target of 120`; of nothing, and down to nothing, without a percentage: `from none last year to 12`. */
export function differenceInWords(unit: UnitOfValue, value: string | null, { from, base, percent }: Variance): string {
  const is_target = from === 'target'
  const [now, held] = [showFigure(unit, value ?? 0), showFigure(unit, base)]
  if (percent === null) return is_target ? `${now} where the target is none` : `from none last year to ${now}`
  if (Number(value) === 0) return is_target ? `none of the target of ${held}` : `from ${held} last year to none`
  return `${Math.abs(percent)}% ${percent > 0 ? 'above' : 'below'} ${is_target ? 'the target' : 'last year'} of ${held}`
}

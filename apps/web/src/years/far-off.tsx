import type { Variance } from '@hubline/domain/years/variance.ts'
import type { inferOutput } from '@trpc/tanstack-react-query'
import type { trpc } from '../api.ts'
import { figureInWords, showFigure } from '../indicators/show-figure.ts'

export type Far = inferOutput<typeof trpc.years.variances>['figures'][number]

/** A headline and how far it is from what it is held against. */
export function FarOff({ far: { title, unit, value, variances } }: { far: Far }) {
  return (
    <p>
      <b>{title}</b>: {figureInWords(unit, value)},{' '}
      {variances.map((variance) => differenceInWords(unit, variance)).join(', ')}
    </p>
  )
}

const differenceInWords = (unit: Far['unit'], { from, base, percent }: Variance): string =>
  `${Math.abs(percent)}% ${percent > 0 ? 'above' : 'below'} ${from === 'target' ? 'the target' : 'last year'} of ${showFigure(unit, base)}`

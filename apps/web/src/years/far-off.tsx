import type { inferOutput } from '@trpc/tanstack-react-query'
import type { trpc } from '../api.ts'
import { figureInWords } from '../indicators/show-figure.ts'
import { differenceInWords } from './difference-in-words.ts'

export type Far = inferOutput<typeof trpc.years.variances>['figures'][number]

/** A headline and how far it is from what it is held against. */
export function FarOff({ far: { title, unit, value, variances } }: { far: Far }) {
  return (
    <p>
      <b>{title}</b>: {figureInWords(unit, value)},{' '}
      {variances.map((variance) => differenceInWords(unit, value, variance)).join(', ')}
    </p>
  )
}

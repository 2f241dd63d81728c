import { useAsAt } from '../indicators/use-as-at.ts'
import { EmptyState } from '../ui/empty-state.tsx'
import { ButtonLink } from '../ui/button.tsx'
import type { Board } from './board.ts'

/** A year in which nothing qualifies and nothing was promised: said, not shown as a page of noughts. */
export function EmptyYear({ board }: { board: Board }) {
  const as_at = useAsAt()
  const before = board.years.find((other) => other < board.year)
  return (
    <EmptyState
      sentence={`Nothing has been recorded for ${board.year} that counts in any figure, and it has no targets.`}
    >
      {before && (
        <ButtonLink to="/year/$year" params={{ year: before }} search={{ as_at }} icon="left">
          Look at {before}
        </ButtonLink>
      )}
      <ButtonLink to="/definitions" look="quiet">
        What counts
      </ButtonLink>
    </EmptyState>
  )
}

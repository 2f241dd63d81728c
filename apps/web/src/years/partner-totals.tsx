import { RecordLink } from '../records/record-link.tsx'
import { showFigure } from '../indicators/show-figure.ts'
import type { BoardFigure } from './board.ts'

/** What partners report without names stands beside the figure and is never added to it: it may hold the same businesses. */
export function PartnerTotals({ figure: { unit, partner_totals } }: { figure: BoardFigure }) {
  return partner_totals.map(({ reference, value, organisation }) => (
    <p key={reference} className="partner-total small figures">
      +{' '}
      <RecordLink kind="partner_total" reference={reference}>
        {showFigure(unit, value)} reported by {organisation}
      </RecordLink>{' '}
      without names, not added
    </p>
  ))
}

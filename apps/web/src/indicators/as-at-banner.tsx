import { asAtInWords } from '@hubline/domain/years/as-at.ts'
import { SearchLink } from '../ui/search-link.tsx'
import { AsAtChooser } from './as-at-chooser.tsx'
import './as-at.css'

type Props = {
  as_at: string
  /** When the hub came into this program. */
  known_since: string | Date | null
}

/** Over figures of another day: which, what that means, and the ways to another day and back. */
export function AsAtBanner({ as_at, known_since }: Props) {
  const since = known_since && new Date(known_since).toISOString()
  return (
    <div className="as-at-banner" role="status">
      <p>
        <b>As at {asAtInWords(as_at)}.</b> What Hubline held then, counted by today’s definitions.{' '}
        {since && Date.parse(as_at) < Date.parse(since) && (
          <b>Nothing was held then: this hub came into Hubline on {asAtInWords(since)}.</b>
        )}
      </p>
      <p className="as-at-ways no-print">
        <SearchLink change={{ as_at: undefined, after: undefined }}>Back to today’s figures</SearchLink>
        <AsAtChooser words="Another day" />
      </p>
    </div>
  )
}

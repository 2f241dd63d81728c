import { Icon } from './icon.tsx'
import './pager.css'
import { SearchLink } from './search-link.tsx'

type Props = {
  /** The keys that lead on and back, as the server gave them. */
  next?: string | undefined
  previous?: string | undefined
  /** "26 to 50 of 212 businesses" */
  words: string
}

/** Pages by key: a page stays the same page while others are adding rows. */
export function Pager({ next, previous, words }: Props) {
  return (
    <nav className="pager" aria-label="Pages">
      {previous && (
        <SearchLink change={{ before: previous, after: undefined }} className="pager-link">
          <Icon name="left" size={16} />
          Previous
        </SearchLink>
      )}
      <span className="quiet figures">{words}</span>
      {next && (
        <SearchLink change={{ after: next, before: undefined }} className="pager-link">
          Next
          <Icon name="right" size={16} />
        </SearchLink>
      )}
    </nav>
  )
}

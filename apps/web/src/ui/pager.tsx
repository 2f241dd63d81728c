import { useEffect, useRef } from 'react'
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

/**
 * Pages by key: a page stays the same page while others are adding rows. It stands right after its list, which is shown
 * from its beginning once the page asked for is there.
 */
export function Pager({ next, previous, words }: Props) {
  const pages = useRef<HTMLElement>(null)
  const left = useRef<string>(undefined)
  const page = `${previous} ${next}`
  useEffect(() => {
    if (left.current === undefined || left.current === page) return
    left.current = undefined
    const list = pages.current?.previousElementSibling
    if (list && list.getBoundingClientRect().top < 0) list.scrollIntoView({ block: 'start' })
  })
  const leave = () => void (left.current = page)
  return (
    <nav ref={pages} className="pager" aria-label="Pages">
      {previous && (
        <SearchLink change={{ before: previous, after: undefined }} onPress={leave} className="pager-link">
          <Icon name="left" size={16} />
          Previous
        </SearchLink>
      )}
      <span className="quiet figures">{words}</span>
      {next && (
        <SearchLink change={{ after: next, before: undefined }} onPress={leave} className="pager-link">
          Next
          <Icon name="right" size={16} />
        </SearchLink>
      )}
    </nav>
  )
}

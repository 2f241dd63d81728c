import { SearchLink } from './search-link.tsx'
import './view-tabs.css'

export type View = {
  key: string
  words: string
  count?: number | undefined
  change: Readonly<Record<string, string | undefined>>
}

/** Ready-made questions over one list: links, because a view is only an address with a name. */
export function ViewTabs({ label, views, current }: { label: string; views: readonly View[]; current: string }) {
  return (
    <nav aria-label={label} className="view-tabs">
      {views.map(({ key, words, count, change }) => (
        <SearchLink key={key} change={change} current={key === current} className="view-tab">
          {words}
          {count !== undefined && <span className="view-count figures"> {count.toLocaleString('en-GB')}</span>}
        </SearchLink>
      ))}
    </nav>
  )
}

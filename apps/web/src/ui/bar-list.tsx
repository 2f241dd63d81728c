import type { Series } from './bars.tsx'
import './bar-list.css'
import { SearchLink } from './search-link.tsx'

export type BarRow = {
  key: string
  words: string
  value: number
  /** Said quietly after the number, as in "64 people". */
  note?: string | undefined
  /** What there is to know of this one before it is passed on, below its words. */
  mark?: string | undefined
  /** What changes in the address: the list that the number opens. */
  change: Readonly<Record<string, string | undefined>>
}

/** Numbers side by side, each a link to its list; the bar is as long as its part of the longest. */
export function BarList({ rows, series = 'c2' }: { rows: readonly BarRow[]; series?: Series }) {
  const most = Math.max(...rows.map(({ value }) => value), 1)
  return (
    <ul role="list" className={`bar-list ${series}`}>
      {rows.map(({ key, words, value, note, mark, change }) => (
        <li key={key}>
          <SearchLink change={change} className="bar-row">
            <span className="bar-words">{words}</span>
            <b className="bar-value figures">{value.toLocaleString('en-GB')}</b>
            <svg className="bar-line" width="100%" height="8" aria-hidden="true">
              <rect className="bar-track" x="0.5" y="0.5" width="99.5%" height="7" rx="3" />
              <rect className="bar-fill" width={`${(value / most) * 100}%`} height="8" rx="3" />
            </svg>
            {mark && <span className="bar-mark quiet">{mark}</span>}
            {note && <span className="bar-note quiet figures">{note}</span>}
          </SearchLink>
        </li>
      ))}
    </ul>
  )
}

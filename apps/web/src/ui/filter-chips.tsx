import './filter-chips.css'
import { Icon } from './icon.tsx'
import { SearchLink } from './search-link.tsx'

export type Chip = {
  key: string
  /** "Adviser is" */
  words: string
  /** "Me" */
  value: string
  /** What leaves the address with it: `{ adviser: undefined }`. */
  without: Readonly<Record<string, string | undefined>>
}

/** The filters in force as sentences, each with a way out. */
export function FilterChips({ chips }: { chips: readonly Chip[] }) {
  if (chips.length === 0) return null
  const clear = Object.assign({}, ...chips.map((chip) => chip.without)) as Chip['without']
  return (
    <ul role="list" className="chips" aria-label="Filters in force">
      {chips.map((chip) => (
        <li key={chip.key}>
          <SearchLink change={{ ...chip.without, after: undefined, before: undefined }} className="chip">
            <span>
              <span className="visually-hidden">Take out: </span>
              {chip.words} <b>{chip.value}</b>
            </span>
            <Icon name="close" size={14} />
          </SearchLink>
        </li>
      ))}
      {chips.length > 1 && (
        <li>
          <SearchLink change={{ ...clear, after: undefined, before: undefined }} className="chip-clear">
            Clear all
          </SearchLink>
        </li>
      )}
    </ul>
  )
}

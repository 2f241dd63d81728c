import type { ReactNode } from 'react'
import type { FinderOption, FinderState } from './finder-state.ts'
import { Icon } from './icon.tsx'
import { Tag } from './tag.tsx'

type Props<Option extends FinderOption> = {
  id: string
  label: ReactNode
  state: FinderState<Option>
  nothing: string
  least: number
  onChoose: (option: Option) => void
}

/** The answers under a Finder's box, and one quiet line that says how many there are. */
export function FinderList<Option extends FinderOption>({ id, label, state, nothing, least, onChoose }: Props<Option>) {
  const none = state.open && !state.asking && state.options.length === 0
  const sentence = state.failed
    ? 'Could not search. Try again in a moment'
    : state.text.trim() === ''
      ? 'Type to search'
      : nothing
  return (
    <>
      <div className="finder-drop" hidden={!state.open}>
        <div id={id} role="listbox" aria-label={typeof label === 'string' ? label : 'Matches'} className="finder-list">
          {state.open &&
            state.options.map((option, at) => (
              <div
                key={option.id}
                id={`${id}-${at}`}
                role="option"
                aria-selected={at === state.active}
                className="finder-option"
                ref={at === state.active ? (line) => line?.scrollIntoView({ block: 'nearest' }) : undefined}
                onPointerDown={(event) => event.preventDefault()}
                onPointerMove={() => state.setActive(at)}
                onClick={() => onChoose(option)}
              >
                <OptionWords option={option} text={state.text} />
              </div>
            ))}
        </div>
        {none && <p className="finder-none">{sentence}</p>}
        {state.asking && <p className="finder-none">Looking…</p>}
      </div>
      <span role="status" className="visually-hidden">
        {count(state, none ? sentence : '', least)}
      </span>
    </>
  )
}

function count<Option extends FinderOption>(state: FinderState<Option>, none: string, least: number): string {
  if (!state.open || state.asking || state.text.trim().length < least) return ''
  if (none) return none
  return state.options.length === 1 ? '1 match' : `${state.options.length} matches`
}

function OptionWords({ option, text }: { option: FinderOption; text: string }) {
  return (
    <>
      {option.icon && <Icon name={option.icon} />}
      <span className="finder-words">
        <span className="strong">
          <Marked words={option.name} part={text} />
        </span>
        {(option.detail || option.reason) && (
          <span className="small quiet">
            {option.detail}
            {option.detail && option.reason && ' · '}
            {option.reason && <Marked words={option.reason} part={text} />}
          </span>
        )}
      </span>
      {option.tag && <Tag tone={option.tag.tone}>{option.tag.words}</Tag>}
    </>
  )
}

/** The part that answers the text stands out. */
function Marked({ words, part }: { words: string; part: string }) {
  const from = words.toLowerCase().indexOf(part.trim().toLowerCase())
  if (from < 0 || !part.trim()) return words
  const to = from + part.trim().length
  return (
    <>
      {words.slice(0, from)}
      <mark>{words.slice(from, to)}</mark>
      {words.slice(to)}
    </>
  )
}

import { type KeyboardEvent, type Ref, useId } from 'react'
import { Field, type FieldProps } from './field.tsx'
import { FinderList } from './finder-list.tsx'
import { type FinderOption, type FinderSearch, type TypedBefore, useFinderState } from './finder-state.ts'
import './finder.css'
import { Icon } from './icon.tsx'

type Props<Option extends FinderOption> = FieldProps & {
  search: FinderSearch<Option>
  /** Called with the choice, and with nothing once the person types over it. */
  onChoose: (option: Option | undefined) => void
  placeholder?: string | undefined
  /** Letters needed before anything is asked. */
  least?: number | undefined
  /** `choose` keeps the name in the box; `go` empties it, for a box that leads elsewhere. */
  after?: 'choose' | 'go' | undefined
  /** The name already chosen when the form opens. */
  startsWith?: string | undefined
  typed?: TypedBefore | undefined
  /** What to say when nothing matches. */
  nothing?: string | undefined
  /** Enter was pressed and a line is chosen, or will be as soon as the answer is here: the form may move on. */
  onEnter?: (() => void) | undefined
  /** Shown at the end of the box, as in "Ctrl K". */
  keys?: string | undefined
  look?: 'field' | 'bar' | undefined
  /** It takes the focus when the dialog that it stands in opens. */
  first?: boolean | undefined
  ref?: Ref<HTMLInputElement> | undefined
}

/** Type-ahead. Enter is always swallowed: it picks, or waits for the answer, and never sends the form. */
export function Finder<Option extends FinderOption>(props: Props<Option>) {
  const {
    search,
    onChoose,
    least = 2,
    after = 'choose',
    look = 'field',
    nothing = 'No match',
    keys,
    placeholder,
    startsWith,
    typed,
    onEnter,
    first,
    ref,
    ...field
  } = props
  const listId = useId()
  const state = useFinderState<Option>({ search, least, choose, startsWith, typed })

  function choose(option: Option) {
    state.settle(after === 'choose' ? option.name : '')
    onChoose(option)
  }

  function onKeyDown(event: KeyboardEvent<HTMLInputElement>) {
    const bare = !event.ctrlKey && !event.metaKey && !event.altKey
    if (event.key === 'Enter' && bare) {
      if (state.enter()) onEnter?.()
    } else if (event.key === 'ArrowDown') state.move(1)
    else if (event.key === 'ArrowUp') state.move(-1)
    else if (event.key === 'Escape' && state.open) state.setOpen(false)
    else return
    event.preventDefault()
    event.stopPropagation()
  }

  const lit = state.open && state.options.length > 0 ? `${listId}-${state.active}` : undefined
  return (
    <Field {...field} hideLabel={field.hideLabel ?? look === 'bar'}>
      {(wiring) => (
        <div className={`finder ${look}`} onBlur={() => state.setOpen(false)}>
          {look === 'bar' && <Icon name="search" />}
          <input
            {...wiring}
            ref={ref}
            data-first={first || undefined}
            className="control"
            type="text"
            role="combobox"
            aria-expanded={state.open}
            aria-controls={listId}
            aria-autocomplete="list"
            aria-activedescendant={lit}
            autoComplete="off"
            spellCheck={false}
            placeholder={placeholder}
            value={state.text}
            onChange={(event) => {
              state.type(event.target.value)
              if (after === 'choose') onChoose(undefined)
            }}
            onFocus={() => least === 0 && state.text === '' && state.type('')}
            onKeyDown={onKeyDown}
          />
          {keys && !state.text && <kbd aria-hidden="true">{keys}</kbd>}
          <FinderList id={listId} label={field.label} state={state} nothing={nothing} least={least} onChoose={choose} />
        </div>
      )}
    </Field>
  )
}

import { type KeyboardEvent, useId, useRef } from 'react'

type Props = {
  label: string
  start: string
  /** What is typed next takes the place of `start`. */
  over: boolean
  choices?: readonly string[] | undefined
  /** With the text, or with nothing where it is to stay as it was; `by` is where the keyboard goes on. */
  onFinish: (text: string | undefined, by?: { key: string }) => void
}

const ON: Readonly<Record<string, string>> = { Enter: 'ArrowDown', Tab: 'ArrowRight' }

/** The box in which a cell is written. */
export function CellEditor({ label, start, over, choices, onFinish }: Props) {
  const list = useId()
  const done = useRef(false)

  function finish(text: string | undefined, by?: { key: string }) {
    if (done.current) return
    done.current = true
    onFinish(text === undefined ? undefined : whole(text, choices), by)
  }

  function onKeyDown(event: KeyboardEvent<HTMLInputElement>) {
    event.stopPropagation()
    const on = ON[event.key]
    if (event.key === 'Escape') finish(undefined)
    else if (on && !event.nativeEvent.isComposing)
      finish(event.currentTarget.value, event.shiftKey ? BACK[on] : { key: on })
    else return
    event.preventDefault()
  }

  return (
    <>
      <input
        className="grid-editor"
        aria-label={label}
        defaultValue={start}
        ref={takeFocus}
        autoComplete="off"
        spellCheck={false}
        list={choices && list}
        onFocus={(event) => over && event.currentTarget.select()}
        onKeyDown={onKeyDown}
        onBlur={(event) => finish(event.currentTarget.value)}
      />
      {choices && (
        <datalist id={list}>
          {choices.map((choice) => (
            <option key={choice}>{choice}</option>
          ))}
        </datalist>
      )}
    </>
  )
}

const BACK: Readonly<Record<string, { key: string }>> = {
  ArrowDown: { key: 'ArrowUp' },
  ArrowRight: { key: 'ArrowLeft' },
}

/** Whoever began to write in a cell is already there. */
function takeFocus(box: HTMLInputElement | null): void {
  box?.focus({ preventScroll: true })
}

/** The start of one of the choices is enough. */
function whole(text: string, choices: readonly string[] | undefined): string {
  const typed = text.trim().toLowerCase()
  return (typed !== '' && choices?.find((choice) => choice.toLowerCase().startsWith(typed))) || text.trim()
}

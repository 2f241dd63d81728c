import { type ReactNode, useId, useState } from 'react'
import './clamped-words.css'

type Props = {
  words: string
  about: string
  /** How many lines are seen before "More" is pressed. */
  lines?: 1 | 2
  /** What else is folded away. */
  children?: ReactNode
}

/** A long sentence of which the first lines are seen; the rest is one press away, and on paper it is all there. */
export function ClampedWords({ words, about, lines = 1, children }: Props) {
  const id = useId()
  const [open, setOpen] = useState(false)
  return (
    <div className={`clamped lines-${lines} ${open ? 'open' : 'shut'}`}>
      <div id={id}>
        <p className="clamped-words">{words}</p>
        {children && <div className="clamped-rest">{children}</div>}
      </div>
      <button
        type="button"
        className="more no-print"
        aria-expanded={open}
        aria-controls={id}
        onClick={() => setOpen(!open)}
      >
        {open ? 'Less' : 'More'}
        <span className="visually-hidden"> of the definition of {about}</span>
      </button>
    </div>
  )
}

import { useId, useState } from 'react'

/** A long sentence of which the first lines are seen; the rest is one press away, and on paper it is all there. */
export function ClampedWords({ words, about }: { words: string; about: string }) {
  const id = useId()
  const [open, setOpen] = useState(false)
  return (
    <div className="clamped">
      <p id={id} className={open ? undefined : 'clamped-words'}>
        {words}
      </p>
      <button type="button" className="more no-print" aria-expanded={open} aria-controls={id} onClick={() => setOpen(!open)}>
        {open ? 'Less' : 'More'}
        <span className="visually-hidden"> of the definition of {about}</span>
      </button>
    </div>
  )
}

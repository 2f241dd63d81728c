import { useEffect, useRef } from 'react'
import './filter-menu.css'
import { useChangeSearch } from './use-change-search.ts'

const PAUSE_MS = 300

/** A box that narrows the list below it while a person types; the text stands in the address as `q`. */
export function ListSearch({ label, value }: { label: string; value: string | undefined }) {
  const change = useChangeSearch()
  const box = useRef<HTMLInputElement>(null)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => () => clearTimeout(timer.current), [])
  useEffect(() => {
    const input = box.current
    // Taken out by a chip or by Back; while a person types, the box is right and the address follows.
    if (input && document.activeElement !== input) input.value = value ?? ''
  }, [value])
  return (
    <search className="list-search">
      <input
        ref={box}
        type="search"
        className="control"
        aria-label={label}
        placeholder={label}
        defaultValue={value}
        onChange={({ target }) => {
          clearTimeout(timer.current)
          timer.current = setTimeout(() => change({ q: target.value.trim() || undefined }, { replace: true }), PAUSE_MS)
        }}
      />
    </search>
  )
}

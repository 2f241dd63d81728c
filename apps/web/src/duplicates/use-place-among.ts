import { useEffect, useRef } from 'react'

/** Of a list whose lines go as they are decided: the line that comes in the place of one that went takes the focus. */
export function usePlaceAmong() {
  const list = useRef<HTMLUListElement>(null)
  const last = useRef<{ element: Element; place: number }>(undefined)
  useEffect(() => {
    const note = () => {
      const element = document.activeElement
      const place = [...(list.current?.children ?? [])].findIndex((line) => line.contains(element))
      last.current = element && place >= 0 ? { element, place } : undefined
    }
    document.addEventListener('focusin', note)
    return () => document.removeEventListener('focusin', note)
  }, [])
  useEffect(() => {
    if (!last.current || last.current.element.isConnected || document.activeElement !== document.body) return
    const lines = [...(list.current?.children ?? [])]
    const next = lines[Math.min(last.current.place, lines.length - 1)]
    ;(next?.querySelector<HTMLElement>('.button') ?? document.querySelector('h1'))?.focus()
  })
  return list
}

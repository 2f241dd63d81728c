import { type RefObject, useLayoutEffect, useState } from 'react'

/** The width of a box in whole px, so that what is drawn in it keeps its letters at their size. */
export function useWidth(box: RefObject<HTMLElement | null>, before: number): number {
  const [width, setWidth] = useState(before)
  useLayoutEffect(() => {
    const found = box.current
    if (!found) return
    const look = () => setWidth(Math.max(Math.floor(found.clientWidth), 240))
    look()
    const observer = new ResizeObserver(look)
    observer.observe(found)
    return () => observer.disconnect()
  }, [box])
  return width
}

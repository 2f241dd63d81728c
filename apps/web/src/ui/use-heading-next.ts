import { useEffect, useEffectEvent } from 'react'

/** When this part of a page goes and takes the focus with it, the page's heading has it next, or what `next` finds. */
export function useHeadingNext(next?: () => HTMLElement | null | undefined): void {
  const goOn = useEffectEvent(() => {
    if (document.activeElement === document.body) (next?.() ?? document.querySelector('h1'))?.focus()
  })
  useEffect(() => () => goOn(), [])
}

import { useEffect } from 'react'

/** When this part of a page goes and takes the focus with it, the page's heading has it next. */
export function useHeadingNext(): void {
  useEffect(
    () => () => {
      if (document.activeElement === document.body) document.querySelector('h1')?.focus()
    },
    [],
  )
}

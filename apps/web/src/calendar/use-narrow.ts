import { useSyncExternalStore } from 'react'

const QUERY = '(max-width: 700px)'

function subscribe(tell: () => void): () => void {
  const list = matchMedia(QUERY)
  list.addEventListener('change', tell)
  return () => list.removeEventListener('change', tell)
}

/** Whether the screen is as narrow as a phone. */
export const useNarrow = (): boolean => useSyncExternalStore(subscribe, () => matchMedia(QUERY).matches)

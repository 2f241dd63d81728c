import { type Day, todayInLondon } from '@hubline/domain/day.ts'
import { useSyncExternalStore } from 'react'

const now = () => todayInLondon(new Date())

function subscribe(tell: () => void): () => void {
  const timer = setInterval(tell, 60_000)
  return () => clearInterval(timer)
}

/** The day in London; a page that stands open over midnight moves on with it. */
export function useToday(): Day {
  return useSyncExternalStore(subscribe, now)
}

import { type Day, todayInLondon } from '@hubline/domain/day.ts'
import { useSearch } from '@tanstack/react-router'
import { useToday } from '../ui/use-today.ts'

/** The day or minute in the address at which the figures of this page are asked; undefined for today's. */
export function useAsAt(): string | undefined {
  const { as_at } = useSearch({ strict: false })
  return typeof as_at === 'string' ? as_at : undefined
}

/** The last day of which this page's figures know. */
export function useLastDay(as_at: string | Date | null): Day {
  const today = useToday()
  return as_at === null ? today : todayInLondon(new Date(as_at))
}

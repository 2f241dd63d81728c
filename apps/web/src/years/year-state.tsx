import { showDay } from '@hubline/domain/day.ts'
import { firstDay, lastDay, type Year } from '@hubline/domain/years/year.ts'
import { Tag } from '../ui/tag.tsx'
import { useToday } from '../ui/use-today.ts'

/** The figures are counted as they are asked for: which day that is, and how much of the year it covers. */
export function YearState({ year }: { year: Year }) {
  const today = useToday()
  return (
    <>
      <span>
        <Tag tone="info">Live</Tag> as at {showDay(today)}
      </span>
      <span>{progress(year, today)}</span>
    </>
  )
}

function progress(year: Year, today: string): string {
  if (today > lastDay(year)) return 'whole year'
  if (today < firstDay(year)) return `begins on ${showDay(firstDay(year))}`
  const whole = Date.parse(lastDay(year)) - Date.parse(firstDay(year))
  return `${Math.round(((Date.parse(today) - Date.parse(firstDay(year))) / whole) * 100)}% of the year gone`
}

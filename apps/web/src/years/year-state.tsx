import { showDay } from '@hubline/domain/day.ts'
import { firstDay, lastDay, type Year } from '@hubline/domain/years/year.ts'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { trpc } from '../api.ts'
import { useMay } from '../staff/me.ts'
import { Tag } from '../ui/tag.tsx'
import { useToday } from '../ui/use-today.ts'
import { signedWords } from './standing.ts'

/** The figures are counted as they are asked for: which day that is, how much of the year it covers, and what was signed off. */
export function YearState({ year }: { year: Year }) {
  const today = useToday()
  return (
    <>
      <span>
        <Tag tone="info">Live</Tag> as at {showDay(today)}
      </span>
      <span>{progress(year, today)}</span>
      <Closing year={year} />
    </>
  )
}

function Closing({ year }: { year: Year }) {
  const may_close = useMay('year:close')
  const { data } = useQuery(trpc.years.standing.queryOptions({ year }))
  const signed = data?.versions[0]
  if (!data || (!signed && !may_close)) return null
  return (
    <Link to="/year/$year/close" params={{ year }}>
      {signed ? signedWords(signed) : 'Close the year'}
    </Link>
  )
}

function progress(year: Year, today: string): string {
  if (today > lastDay(year)) return 'whole year'
  if (today < firstDay(year)) return `begins on ${showDay(firstDay(year))}`
  const whole = Date.parse(lastDay(year)) - Date.parse(firstDay(year))
  return `${Math.round(((Date.parse(today) - Date.parse(firstDay(year))) / whole) * 100)}% of the year gone`
}

import { bankHolidayOn } from '@hubline/domain/calendar/bank-holidays.ts'
import { clockAt } from '@hubline/domain/calendar/london-time.ts'
import { type Day, dayInWords } from '@hubline/domain/day.ts'
import type { ReactNode } from 'react'

export type ListItem = { key: string; from: number; to: number; node: ReactNode }

type Props = {
  days: readonly Day[]
  items: readonly ListItem[]
  free: readonly { key: string; from: number; node: ReactNode }[]
}

/** The same as the grid as a list: day by day, what stands there and what is free. */
export function DayList({ days, items, free }: Props) {
  return (
    <div className="day-list">
      {days.map((day) => {
        const those = items.filter(({ from, to }) => clockAt(from).day <= day && clockAt(to - 1).day >= day)
        const times = free.filter(({ from }) => clockAt(from).day === day)
        return (
          <section key={day} aria-label={dayInWords(day)}>
            <h2>
              {dayInWords(day)}
              {bankHolidayOn(day) && <span className="quiet"> · {bankHolidayOn(day)}</span>}
            </h2>
            {those.length > 0 && (
              <ul role="list">
                {those.map(({ key, node }) => (
                  <li key={key}>{node}</li>
                ))}
              </ul>
            )}
            {times.length > 0 && (
              <ul role="list" className="free-times" aria-label={`Free on ${dayInWords(day)}`}>
                {times.map(({ key, node }) => (
                  <li key={key}>{node}</li>
                ))}
              </ul>
            )}
            {those.length + times.length === 0 && <p className="quiet">Nothing booked</p>}
          </section>
        )
      })}
    </div>
  )
}

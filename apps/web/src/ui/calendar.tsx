import { addDays, type Day, dayInWords, dayOf, MONTHS, weekday, WEEKDAYS } from '@hubline/domain/day.ts'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { Button } from './button.tsx'
import './calendar.css'

type Props = { value: Day | undefined; today: Day; onPick: (day: Day) => void }

/** A month at a time. Arrows move by day and week, Page Up and Down by month, Home and End within the week. */
export function Calendar({ value, today, onPick }: Props) {
  const [lit, setLit] = useState(value ?? today)
  const cell = useRef<HTMLButtonElement>(null)
  useEffect(() => cell.current?.focus(), [])

  function onKeyDown(event: KeyboardEvent) {
    const next = moved(event.key, lit)
    if (!next) return
    event.preventDefault()
    flushSync(() => setLit(next))
    cell.current?.focus()
  }

  const title = `${MONTHS[Number(lit.slice(5, 7)) - 1]} ${lit.slice(0, 4)}`
  return (
    <div className="calendar" role="group" aria-label="Calendar">
      <div className="calendar-head">
        <Button look="quiet" size="small" icon="back" iconOnly onClick={() => setLit(monthFrom(lit, -1))}>
          Month before
        </Button>
        <strong aria-live="polite">{title}</strong>
        <Button look="quiet" size="small" icon="open" iconOnly onClick={() => setLit(monthFrom(lit, 1))}>
          Next month
        </Button>
      </div>
      <table role="grid" aria-label={title} onKeyDown={onKeyDown}>
        <thead>
          <tr>
            {WEEKDAYS.map((name) => (
              <th key={name} scope="col" abbr={name}>
                {name.slice(0, 2)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeksOf(lit).map((week) => (
            <tr key={week[0]}>
              {week.map((day) => (
                <td key={day} role="gridcell" aria-selected={day === value}>
                  <button
                    type="button"
                    ref={day === lit ? cell : undefined}
                    tabIndex={day === lit ? 0 : -1}
                    aria-label={dayInWords(day)}
                    aria-current={day === today ? 'date' : undefined}
                    className={day.slice(0, 7) === lit.slice(0, 7) ? undefined : 'outside'}
                    onClick={() => onPick(day)}
                  >
                    {Number(day.slice(8))}
                  </button>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function moved(key: string, day: Day): Day | undefined {
  const steps: Readonly<Record<string, number>> = {
    ArrowLeft: -1,
    ArrowRight: 1,
    ArrowUp: -7,
    ArrowDown: 7,
    Home: 1 - weekday(day),
    End: 7 - weekday(day),
  }
  if (key === 'PageUp') return monthFrom(day, -1)
  if (key === 'PageDown') return monthFrom(day, 1)
  const by = steps[key]
  return by === undefined ? undefined : addDays(day, by)
}

/** The same day of another month, or that month's last when it is shorter. */
function monthFrom(day: Day, by: number): Day {
  const months = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 + by
  const parts = { year: Math.floor(months / 12), month: (months % 12) + 1 }
  for (let last = Number(day.slice(8)); last > 0; last -= 1) {
    const found = dayOf({ ...parts, day: last })
    if (found) return found
  }
  return day
}

/** Six whole weeks round the month, so that the calendar never changes its height. */
function weeksOf(day: Day): readonly (readonly [Day, ...Day[]])[] {
  const first = dayOf({ year: Number(day.slice(0, 4)), month: Number(day.slice(5, 7)), day: 1 }) ?? day
  const start = addDays(first, 1 - weekday(first))
  return Array.from({ length: 6 }, (_, week) => {
    const [monday, ...rest] = Array.from({ length: 7 }, (_day, at) => addDays(start, week * 7 + at))
    return [monday ?? start, ...rest] as const
  })
}

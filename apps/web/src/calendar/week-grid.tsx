import { showMinutes } from '@hubline/domain/calendar/london-time.ts'
import { showShortDay } from '@hubline/domain/calendar/booking-words.ts'
import { bankHolidayOn } from '@hubline/domain/calendar/bank-holidays.ts'
import { type Day, dayInWords } from '@hubline/domain/day.ts'
import type { ReactNode } from 'react'
import './week-grid.css'
import type { Hours } from './grid-times.ts'

/** Pixels an hour is high. */
export const HOUR_PX = 52

export type GridColumn = { day: Day; broker_id: string; broker: string }
export type GridItem = { key: string; top: number; height: number; node: ReactNode }

type Props = {
  label: string
  columns: readonly GridColumn[]
  hours: Hours
  today: Day
  itemsOf: (column: GridColumn) => readonly GridItem[]
}

/** Days as columns, hours from top to bottom. What stands in it comes in the order of the clock, for those who hear it. */
export function WeekGrid({ label, columns, hours, today, itemsOf }: Props) {
  const brokers = new Set(columns.map(({ broker_id }) => broker_id)).size
  const marks: number[] = []
  for (let at = hours.from; at < hours.to; at += 60) marks.push(at)
  const height = ((hours.to - hours.from) / 60) * HOUR_PX
  return (
    <section
      className="week-grid"
      aria-label={label}
      style={{ gridTemplateColumns: `52px repeat(${columns.length}, minmax(${brokers > 1 ? 108 : 132}px, 1fr))` }}
    >
      <div className="week-corner" />
      {columns.map((column) => (
        <div
          key={`${column.day}${column.broker_id}`}
          className={column.day === today ? 'week-head today' : 'week-head'}
        >
          {showShortDay(column.day)}
          {brokers > 1 && <span className="cell-note">{column.broker}</span>}
          {bankHolidayOn(column.day) && <span className="cell-note">{bankHolidayOn(column.day)}</span>}
        </div>
      ))}
      <div className="week-clock" aria-hidden="true" style={{ height }}>
        {marks.map((mark) => (
          <span key={mark} style={{ top: ((mark - hours.from) / 60) * HOUR_PX }}>
            {showMinutes(mark)}
          </span>
        ))}
      </div>
      {columns.map((column) => (
        <ul
          key={`${column.day}${column.broker_id}`}
          role="list"
          className="week-day"
          aria-label={brokers > 1 ? `${dayInWords(column.day)}, ${column.broker}` : dayInWords(column.day)}
          data-day={column.day}
          data-broker={column.broker_id}
          style={{ height, backgroundSize: `100% ${HOUR_PX}px` }}
        >
          {itemsOf(column).map(({ key, top, height: tall, node }) => (
            <li
              key={key}
              className="week-item"
              style={{ top: (top / 60) * HOUR_PX, height: Math.max((tall / 60) * HOUR_PX - 2, 24) }}
            >
              {node}
            </li>
          ))}
        </ul>
      ))}
    </section>
  )
}

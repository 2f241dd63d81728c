import { clockAt, showClock } from '@hubline/domain/calendar/london-time.ts'
import { type Day, dayInWords } from '@hubline/domain/day.ts'
import { useState } from 'react'
import { Button } from '../ui/button.tsx'
import { FieldGroup } from '../ui/field.tsx'

/** Days shown before the rest is asked for: enough to find one, few enough to read. */
const FIRST_DAYS = 5

type TimesProps = {
  times: readonly string[]
  chosen: string
  error: string | undefined
  onChoose: (time: string) => void
}

/** Times to choose one from, day by day. */
export function Times({ times, chosen, error, onChoose }: TimesProps) {
  const [all, setAll] = useState(false)
  const days = Map.groupBy(times, (time) => clockAt(Date.parse(time)).day)
  const shown = [...days].slice(0, all ? days.size : FIRST_DAYS)
  return (
    <FieldGroup id="slot_start" label="Time" error={error}>
      <div className="choose-times">
        {shown.map(([day, those]) => (
          <DayOfTimes key={day} day={day} times={those} chosen={chosen} onChoose={onChoose} />
        ))}
        {shown.length < days.size && (
          <Button onClick={() => setAll(true)}>{`Show ${days.size - shown.length} more days`}</Button>
        )}
      </div>
    </FieldGroup>
  )
}

function DayOfTimes({ day, times, chosen, onChoose }: { day: Day } & Omit<TimesProps, 'error'>) {
  return (
    <div role="group" aria-label={dayInWords(day)}>
      <h2 className="field-label">{dayInWords(day)}</h2>
      <div className="segments">
        {times.map((time) => (
          <label key={time} className="segment">
            <input
              type="radio"
              name="slot_start"
              value={time}
              checked={time === chosen}
              onChange={() => onChoose(time)}
            />
            <span className="figures">{showClock(Date.parse(time))}</span>
            <span className="visually-hidden"> on {dayInWords(day)}</span>
          </label>
        ))}
      </div>
    </div>
  )
}

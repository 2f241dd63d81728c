import { type Day, dayInWords, showDay } from '@hubline/domain/day.ts'
import { type KeyboardEvent, lazy, Suspense, useId, useRef, useState } from 'react'
import { Button } from './button.tsx'
import './date-field.css'
import { Field, type FieldProps } from './field.tsx'
import { type Leaning, readDay } from './read-day.ts'

const load = () => import('./calendar.tsx')
const Calendar = lazy(() => load().then((module) => ({ default: module.Calendar })))

type Props = FieldProps & {
  /** The day, or nothing while what stands in the box cannot be read. */
  value: Day | undefined
  /** `text` tells a blank box from one that cannot be read, where a day may be left out. */
  onChange: (day: Day | undefined, text: string) => void
  today: Day
  /** Where a day without a year lies. */
  leaning?: Leaning | undefined
}

/** One forgiving box for a day, with the day said back in words; Alt Down opens the calendar. */
export function DateField({ value, onChange, today, leaning = 'past', ...field }: Props) {
  const [text, setText] = useState(value ? showDay(value) : '')
  const [calendar, setCalendar] = useState(false)
  const popover = useRef<HTMLDivElement>(null)
  const box = useRef<HTMLInputElement>(null)
  const echoId = useId()
  const anchor = `--box${useId().replaceAll(/\W/g, '')}`
  const unread = text.trim() !== '' && value === undefined

  function type(next: string) {
    setText(next)
    onChange(readDay(next, today, leaning), next)
  }

  function pick(day: Day) {
    setText(showDay(day))
    onChange(day, showDay(day))
    popover.current?.hidePopover()
    box.current?.focus()
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.key !== 'ArrowDown' || !event.altKey) return
    event.preventDefault()
    popover.current?.showPopover()
  }

  const hint = field.hint ?? 'Type 17/5, 17 may, fri, y for yesterday or -3'
  return (
    <Field {...field} hint={hint} error={field.error ?? (unread ? 'Enter a real date' : undefined)}>
      {(wiring) => (
        <div className="date-field">
          <input
            {...wiring}
            aria-describedby={[wiring['aria-describedby'], echoId].filter(Boolean).join(' ')}
            ref={box}
            style={{ anchorName: anchor }}
            className="control short figures"
            autoComplete="off"
            value={text}
            onChange={(event) => type(event.target.value)}
            onBlur={() => value && setText(showDay(value))}
            onKeyDown={onKeyDown}
          />
          <Button
            icon="calendar"
            iconOnly
            onPointerEnter={() => void load()}
            onFocus={() => void load()}
            onClick={() => popover.current?.showPopover()}
          >
            Choose from a calendar
          </Button>
          <span id={echoId} className="field-hint date-echo">
            {value ? dayInWords(value) : ''}
          </span>
          {/* The browser's own popover: above a dialog, closed by Esc or a press outside, focus given back. */}
          <div
            ref={popover}
            popover="auto"
            className="calendar-popover"
            style={{ positionAnchor: anchor }}
            onToggle={(event) => setCalendar(event.newState === 'open')}
          >
            {calendar && (
              <Suspense fallback={null}>
                <Calendar value={value} today={today} onPick={pick} />
              </Suspense>
            )}
          </div>
        </div>
      )}
    </Field>
  )
}

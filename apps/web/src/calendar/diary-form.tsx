import { KeepDiary } from '@hubline/domain/calendar/keep-diary.ts'
import { readClock, showMinutes } from '@hubline/domain/calendar/london-time.ts'
import { WEEKDAYS } from '@hubline/domain/day.ts'
import { useMutation } from '@tanstack/react-query'
import type { inferOutput } from '@trpc/tanstack-react-query'
import { type SubmitEvent, useState } from 'react'
import { trpc } from '../api.ts'
import { newId } from '../new-id.ts'
import { problemsOf } from '../problem.ts'
import { Button } from '../ui/button.tsx'
import { Checkbox } from '../ui/checkbox.tsx'
import { ErrorSummary, type FormProblem } from '../ui/error-summary.tsx'
import { FieldGroup } from '../ui/field.tsx'
import { TextField } from '../ui/text-field.tsx'
import { toast } from '../ui/toast.tsx'
import { refreshCalendar } from './calendar-data.ts'
import './week-grid.css'

type Settings = inferOutput<typeof trpc.calendar.settings>
/** A day as it is typed: up to two spans, the second for those who come back after a break. */
type DayTyped = { on: boolean; spans: [from: string, to: string][] }

const NUMBERS = [
  ['travel_minutes', 'Travel time', 'Minutes kept free before and after a visit'],
  ['review_minutes', 'Length of a review', 'Minutes'],
  ['notice_hours', 'Notice', 'Hours before a review in which clients can still book it themselves'],
  ['days_ahead', 'Days ahead', 'How far ahead clients can book'],
] as const

function typed(hours: Settings['hours']): DayTyped[] {
  return WEEKDAYS.map((_, at) => {
    const those = hours.filter(({ weekday }) => weekday === at + 1)
    const spans = those.map(({ from, to }): [string, string] => [showMinutes(from), showMinutes(to)])
    return { on: spans.length > 0, spans: spans.length > 0 ? spans : [['09:00', '17:00']] }
  })
}

const read = (days: readonly DayTyped[]) =>
  days.flatMap(({ on, spans }, at) =>
    on
      ? spans.map(([from, to]) => ({
          weekday: at + 1,
          from: readClock(from) ?? -1,
          to: to === '24:00' ? 1440 : (readClock(to) ?? -1),
        }))
      : [],
  )

/** Hours day by day, and how reviews are booked. */
export function DiaryForm({ diary }: { diary: Settings }) {
  const [request_id] = useState(newId)
  const [days, setDays] = useState(() => typed(diary.hours))
  const [numbers, setNumbers] = useState(() => Object.fromEntries(NUMBERS.map(([key]) => [key, String(diary[key])])))
  const [video_link, setVideo] = useState(diary.video_link ?? '')
  const [problems, setProblems] = useState<readonly FormProblem[]>([])
  const [attempt, setAttempt] = useState(0)
  const keeping = useMutation(trpc.calendar.keepDiary.mutationOptions())
  const errorOf = (field: string) => problems.find((one) => one.field === field)?.sentence
  const changeDay = (at: number, day: Partial<DayTyped>) =>
    setDays((now) => now.map((one, place) => (place === at ? { ...one, ...day } : one)))

  function refuse(found: readonly FormProblem[]) {
    setProblems(found)
    setAttempt((count) => count + 1)
  }

  async function save(event: SubmitEvent) {
    event.preventDefault()
    const form = {
      request_id,
      adviser_id: diary.adviser_id,
      version: diary.version,
      hours: read(days),
      video_link,
      travel_minutes: Number(numbers['travel_minutes']),
      review_minutes: Number(numbers['review_minutes']),
      notice_hours: Number(numbers['notice_hours']),
      days_ahead: Number(numbers['days_ahead']),
    }
    const checked = KeepDiary.safeParse(form)
    if (!checked.success)
      return refuse(checked.error.issues.map(({ path, message }) => ({ field: String(path[0]), sentence: message })))
    setProblems([])
    try {
      await keeping.mutateAsync(form)
      await refreshCalendar()
      toast('Saved. Free times follow from now on')
    } catch (error) {
      refuse(problemsOf(error))
    }
  }

  return (
    <form noValidate className="stack" onSubmit={(event) => void save(event)}>
      <ErrorSummary problems={problems} attempt={attempt} />
      <FieldGroup
        id="hours"
        label="Hours"
        hint="By the clock, like 09:00 or 2pm. Bank holidays are left out by themselves"
        error={errorOf('hours')}
      >
        <div className="hours-rows">
          {days.map((day, at) => (
            <DayRow
              key={WEEKDAYS[at]}
              name={WEEKDAYS[at] ?? ''}
              day={day}
              onChange={(changed) => changeDay(at, changed)}
            />
          ))}
        </div>
      </FieldGroup>
      {NUMBERS.map(([key, label, hint]) => (
        <TextField
          key={key}
          id={key}
          label={label}
          hint={hint}
          short
          inputMode="numeric"
          value={numbers[key] ?? ''}
          error={errorOf(key)}
          onChange={({ target }) => setNumbers((now) => ({ ...now, [key]: target.value }))}
        />
      ))}
      <TextField
        id="video_link"
        label="Video link"
        optional
        hint="Your own meeting room, sent with invitations to reviews by video"
        type="url"
        value={video_link}
        error={errorOf('video_link')}
        onChange={({ target }) => setVideo(target.value)}
      />
      <div>
        <Button look="filled" icon="check" type="submit" busy={keeping.isPending ? 'Saving' : undefined}>
          Save
        </Button>
      </div>
    </form>
  )
}

function DayRow({ name, day, onChange }: { name: string; day: DayTyped; onChange: (day: Partial<DayTyped>) => void }) {
  const { on, spans } = day
  const set = (at: number, end: 0 | 1, value: string) =>
    onChange({
      spans: spans.map((span, place): [string, string] =>
        place === at ? (end === 0 ? [value, span[1]] : [span[0], value]) : span,
      ),
    })
  return (
    <div className="hours-row">
      <Checkbox checked={on} onChange={({ target }) => onChange({ on: target.checked })}>
        {name}
      </Checkbox>
      {on &&
        spans.map(([from, to], at) => (
          <span key={`${name}${at}`} className="cluster">
            <input
              className="control figures"
              aria-label={`${name}, from`}
              value={from}
              onChange={({ target }) => set(at, 0, target.value)}
            />
            <span aria-hidden="true">to</span>
            <input
              className="control figures"
              aria-label={`${name}, to`}
              value={to}
              onChange={({ target }) => set(at, 1, target.value)}
            />
          </span>
        ))}
      {on && spans.length < 2 && (
        <Button look="quiet" size="small" icon="plus" onClick={() => onChange({ spans: [...spans, ['', '']] })}>
          {`Break on ${name}`}
        </Button>
      )}
      {on && spans.length > 1 && (
        <Button look="quiet" size="small" icon="minus" onClick={() => onChange({ spans: spans.slice(0, 1) })}>
          {`No break on ${name}`}
        </Button>
      )}
    </div>
  )
}

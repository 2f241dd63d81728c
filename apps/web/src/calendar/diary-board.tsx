import { STEP_MINUTES } from '@hubline/domain/calendar/free-times.ts'
import { clockAt, instantOf } from '@hubline/domain/calendar/london-time.ts'
import { type Day, dayInWords, weekday } from '@hubline/domain/day.ts'
import { type ReactNode, useState } from 'react'
import type { Diary, DiaryReview, FreeTime } from './calendar-data.ts'
import { spanOf } from './calendar-data.ts'
import { type Shown, daysOf } from './calendar-question.ts'
import { DayList } from './day-list.tsx'
import { AbsenceEntry, RequestEntry, ReviewEntry } from './diary-entry.tsx'
import { clockOfPlace, type Hours, hoursFor, placeIn } from './grid-times.ts'
import { FreeSlot } from './free-slot.tsx'
import type { NewTime } from './use-move-review.ts'
import { type GridColumn, type GridItem, HOUR_PX, WeekGrid } from './week-grid.tsx'

/** What a free time is for. */
type Choosing = {
  verb: string
  /** The one chosen so far; left out where a press does something at once. */
  at?: string | null
  disabled?: boolean
  brokerOf?: (id: string) => string | undefined
  onChoose: (time: FreeTime) => void
}

type Props = Shown & {
  diary: Diary
  free: readonly FreeTime[]
  minutes: number
  choosing: Choosing
  onMove: (review: DiaryReview, to: NewTime) => void
}

type Entry = { key: string; broker_id: string; from: number; to: number; node: ReactNode }

/** Diaries as a grid or as a list: the same entries and the same free times in both. */
export function DiaryBoard({ asked, view, diary, free, minutes, choosing, onMove }: Props) {
  const [now] = useState(() => Date.now())
  const entries = entriesOf(diary, { now, onMove, timeAt: view === 'list' ? undefined : timeUnder })
  const withWeekend = [...entries, ...free.map((time) => freeSpan(time, minutes))].some(
    ({ from, to }) => to - from < 86_400_000 && weekday(clockAt(from).day) > 5,
  )
  const days = daysOf(view, asked.day, withWeekend)
  if (view === 'list')
    return (
      <DayList
        days={days}
        items={entries}
        free={free.map((time) => ({
          key: time.slot_start,
          from: Date.parse(time.slot_start),
          node: <Slot time={time} choosing={choosing} />,
        }))}
      />
    )
  const hours = hoursFor(
    [...entries, ...free.map((time) => freeSpan(time, minutes))].filter(({ from }) => days.includes(clockAt(from).day)),
  )
  const columns: GridColumn[] = days.flatMap((day) =>
    diary.shown.map(({ id, name }) => ({ day, broker_id: id, broker: name })),
  )
  return (
    <WeekGrid
      label={view === 'day' ? dayInWords(asked.day) : `Week of ${dayInWords(days[0] as Day)}`}
      columns={columns}
      hours={hours}
      today={diary.today}
      itemsOf={(column) => itemsIn(column, hours, { entries, free, minutes, choosing, diary })}
    />
  )

  function timeUnder(x: number, y: number): NewTime | undefined {
    const column = document
      .elementsFromPoint(x, Math.max(y, 0))
      .find((element): element is HTMLElement => element instanceof HTMLElement && element.matches('.week-day'))
    const { day, broker } = column?.dataset ?? {}
    if (!column || !day || !broker) return undefined
    const clock = clockOfPlace(((y - column.getBoundingClientRect().top) / HOUR_PX) * 60, hours)
    const at = instantOf(day as Day, clock)
    return at === undefined ? undefined : { slot_start: new Date(at).toISOString(), broker_id: broker }
  }
}

function Slot({ time, choosing }: { time: FreeTime; choosing: Choosing }) {
  const { verb, at, disabled, brokerOf, onChoose } = choosing
  return (
    <FreeSlot
      time={time}
      verb={verb}
      chosen={at === undefined ? undefined : at === time.slot_start}
      disabled={disabled}
      broker={brokerOf?.(time.broker_id)}
      onChoose={() => onChoose(time)}
    />
  )
}

const freeSpan = ({ slot_start }: FreeTime, minutes: number) => ({
  from: Date.parse(slot_start),
  to: Date.parse(slot_start) + minutes * 60_000,
})

type Doing = Pick<Props, 'onMove'> & {
  now: number
  timeAt: ((x: number, y: number) => NewTime | undefined) | undefined
}

function entriesOf({ reviews, absences, held, requests }: Diary, { now, onMove, timeAt }: Doing): Entry[] {
  return [
    ...reviews.map((review) => ({
      key: review.id,
      broker_id: review.broker_id,
      ...spanOf(review),
      node: <ReviewEntry review={review} now={now} onMove={onMove} timeAt={timeAt} />,
    })),
    ...absences.map((absence) => ({
      key: absence.id,
      broker_id: absence.adviser_id,
      from: Date.parse(absence.starts_at),
      to: Date.parse(absence.ends_at),
      node: <AbsenceEntry absence={absence} />,
    })),
    ...requests.map((request) => ({
      key: request.id,
      broker_id: request.broker_id,
      ...spanOf(request),
      node: <RequestEntry request={request} />,
    })),
    ...held.map((hold) => ({
      key: hold.id,
      broker_id: hold.broker_id,
      ...spanOf(hold),
      node: <div className="diary-entry kept">Held for a client who is choosing</div>,
    })),
  ].toSorted((one, other) => one.from - other.from)
}

type Those = { entries: readonly Entry[] } & Pick<Props, 'free' | 'minutes' | 'choosing' | 'diary'>

function itemsIn({ day, broker_id }: GridColumn, hours: Hours, those: Those): GridItem[] {
  const { entries, free, minutes, choosing } = those
  const stand = entries.filter((entry) => entry.broker_id === broker_id)
  const times = free
    .filter((time) => time.broker_id === broker_id)
    .map((time) => ({
      key: `free${time.slot_start}`,
      ...freeSpan(time, Math.max(minutes, STEP_MINUTES)),
      node: <Slot time={time} choosing={choosing} />,
    }))
  return [...stand, ...waysOf(broker_id, those.diary), ...times]
    .toSorted((one, other) => one.from - other.from)
    .flatMap(({ key, from, to, node }) => {
      const place = placeIn(day, hours, { from, to })
      return place ? [{ key, ...place, node }] : []
    })
}

/** The way there and back, kept free on both sides of a visit. */
function waysOf(broker_id: string, { reviews, requests, shown }: Diary) {
  const minutes = shown.find(({ id }) => id === broker_id)?.rules.travel_minutes ?? 0
  if (minutes === 0) return []
  const visits = [...reviews.filter(({ status }) => status === 'booked'), ...requests].filter(
    (one) => one.broker_id === broker_id && (one.place ?? 'their_site') === 'their_site',
  )
  return visits.flatMap((review) => {
    const { from, to } = spanOf(review)
    const way = minutes * 60_000
    const node = <div className="diary-entry way">Travel</div>
    return [
      { key: `to${review.id}`, from: from - way, to: from, node },
      { key: `from${review.id}`, from: to, to: to + way, node },
    ]
  })
}

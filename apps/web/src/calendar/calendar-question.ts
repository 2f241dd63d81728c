import { type Day, addDays, parseIsoDay, weekday } from '@hubline/domain/day.ts'
import { type Address, oneOf, text, words } from '../address.ts'

export const VIEWS = ['week', 'day', 'list'] as const
export type View = (typeof VIEWS)[number]

/** What the calendar page is asked. */
export type CalendarQuestion = {
  /** Undefined: what the screen has room for. */
  view: View | undefined
  day: Day
  /** Whose diaries; undefined: one's own. */
  who: readonly string[] | undefined
  /** A review or a business to find a time for. */
  book: string | undefined
  /** A booked review to find another time for. */
  move: string | undefined
  /** The time chosen so far. */
  at: string | undefined
}

export function readCalendarQuestion(search: Address, today: Day): CalendarQuestion {
  const at = text(search, 'at')
  return {
    view: oneOf(search, 'view', VIEWS),
    day: parseIsoDay(text(search, 'day') ?? '') ?? nextWorkingDay(today),
    who: words(search, 'who'),
    book: text(search, 'book'),
    move: text(search, 'move'),
    at: at !== undefined && Number.isFinite(Date.parse(at)) ? at : undefined,
  }
}

/** On a weekend the week that comes is what people look for. */
function nextWorkingDay(today: Day): Day {
  const place = weekday(today)
  return place > 5 ? addDays(today, 8 - place) : today
}

export const mondayOf = (day: Day): Day => addDays(day, 1 - weekday(day))

/** The days that a view shows: five of a week, or seven where something stands on its weekend; or one. */
export function daysOf(view: View, day: Day, withWeekend: boolean): Day[] {
  if (view === 'day') return [day]
  const monday = mondayOf(day)
  return Array.from({ length: withWeekend ? 7 : 5 }, (_, at) => addDays(monday, at))
}

/** A question, and the view that it comes to on this screen. */
export type Shown = { asked: CalendarQuestion; view: View }

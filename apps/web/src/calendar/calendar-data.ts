import type { inferOutput } from '@trpc/tanstack-react-query'
import { queryClient, trpc } from '../api.ts'

export type Diary = inferOutput<typeof trpc.calendar.diary>
export type DiaryReview = Diary['reviews'][number]
export type DiaryAbsence = Diary['absences'][number]
export type FreeTime = inferOutput<typeof trpc.calendar.freeTimes>[number]
export type ToBook = inferOutput<typeof trpc.calendar.toBook>

/** After a booking has changed: diaries, free times and every page of the client are asked again. */
export async function refreshCalendar(): Promise<void> {
  const places = [trpc.calendar, trpc.businesses, trpc.people, trpc.records]
  await Promise.all(places.map((place) => queryClient.invalidateQueries(place.pathFilter())))
}

export const spanOf = ({ slot_start, slot_end }: { slot_start: string; slot_end: string }) => ({
  from: Date.parse(slot_start),
  to: Date.parse(slot_end),
})

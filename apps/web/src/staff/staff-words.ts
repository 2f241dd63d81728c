import { dayInWords, showDay, todayInLondon } from '@hubline/domain/day.ts'
import type { inferOutput } from '@trpc/tanstack-react-query'
import { queryClient, trpc } from '../api.ts'
import type { Tone } from '../ui/tag.tsx'

export type StaffRow = inferOutput<typeof trpc.staff.people>['rows'][number]

type WayIn = Pick<StaffRow, 'is_active' | 'has_account' | 'invited_until' | 'last_day'>

/** Whether somebody can come in. */
export function wayInOf({ is_active, has_account, invited_until, last_day }: WayIn): { words: string; tone: Tone } {
  if (!is_active) return { words: 'Left', tone: 'plain' }
  if (last_day && last_day < todayInLondon(new Date())) return { words: `Ended ${showDay(last_day)}`, tone: 'plain' }
  if (has_account && last_day) return { words: `Until ${showDay(last_day)}`, tone: 'ok' }
  if (has_account) return { words: 'Can sign in', tone: 'ok' }
  if (invited_until) return { words: `Invited until ${showDay(dayOf(invited_until))}`, tone: 'info' }
  return { words: 'Not invited', tone: 'plain' }
}

const dayOf = (instant: string | Date) => todayInLondon(new Date(instant))

/** `Wednesday 2 December 2026`, for the end of an invitation that is made now. */
export const dayAfter = (days: number): string => dayInWords(dayOf(new Date(Date.now() + days * 86_400_000)))

/** After somebody was invited, changed or let go. */
export async function refreshStaff(): Promise<void> {
  const places = [trpc.staff.people, trpc.mail, trpc.cases]
  await Promise.all(places.map((place) => queryClient.invalidateQueries(place.pathFilter())))
}

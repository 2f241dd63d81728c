import { AddWalkIn, CheckIn } from '@hubline/domain/events/check-in.ts'
import type { inferOutput } from '@trpc/tanstack-react-query'
import type { trpc } from '../api.ts'
import type { Waiting } from '../shell/outbox.ts'

export type CheckInList = inferOutput<typeof trpc.events.checkInList>
export type CheckInGuest = CheckInList['guests'][number]
export type MarkSaid = { attendance_id: string; came: boolean; at: string }
export type WalkInSaid = { id: string; name: string; business_name: string | null; at: string }

/** What was said on this device and is perhaps not yet known to the server. */
export type Said = { request_id: string; marks: readonly MarkSaid[]; walk_in?: WalkInSaid }

/** What this device has yet to send about one event. */
export function saidInOutbox(waiting: readonly Waiting[], event_id: string): Said[] {
  return waiting.flatMap(({ id, procedure, input, refused }): Said[] => {
    if (refused !== undefined) return []
    if (procedure === 'events.checkIn') {
      const read = CheckIn.safeParse(input)
      return read.success && read.data.event_id === event_id ? [{ request_id: id, marks: read.data.marks }] : []
    }
    if (procedure !== 'events.addWalkIn') return []
    const read = AddWalkIn.safeParse(input)
    if (!read.success || read.data.event_id !== event_id) return []
    const { name, business_name = null, at } = read.data
    return [{ request_id: id, marks: [], walk_in: { id: read.data.id, name, business_name, at } }]
  })
}

/** The list as it will be once everything said here has arrived: by the same rule, the later word stands. */
export function asSaid(guests: readonly CheckInGuest[], said: readonly Said[]): CheckInGuest[] {
  const known = new Map(guests.map((guest) => [guest.id, guest]))
  for (const { walk_in } of said) if (walk_in && !known.has(walk_in.id)) known.set(walk_in.id, asGuest(walk_in))
  for (const { attendance_id, came, at } of said.flatMap(({ marks }) => marks)) {
    const guest = known.get(attendance_id)
    if (guest && (guest.marked_at === null || Date.parse(at) >= Date.parse(guest.marked_at)))
      known.set(attendance_id, { ...guest, status: came ? 'attended' : notHere(guest), marked_at: at })
  }
  return [...known.values()].toSorted((a, b) => a.name.localeCompare(b.name, 'en-GB') || (a.id < b.id ? -1 : 1))
}

const notHere = ({ is_walk_in, status }: CheckInGuest) =>
  is_walk_in ? ('cancelled' as const) : status === 'attended' ? ('booked' as const) : status

const asGuest = ({ id, name, business_name, at }: WalkInSaid): CheckInGuest => ({
  id,
  name,
  business_name,
  status: 'attended',
  marked_at: at,
  access_needs: null,
  is_walk_in: true,
})

export const SHOWN = ['all', 'not_yet', 'came'] as const
export type Shown = (typeof SHOWN)[number]

/** Those that a list shows: by whether they are ticked, and by what is typed. */
export function shownGuests(guests: readonly CheckInGuest[], show: Shown, typed: string): CheckInGuest[] {
  const words = plain(typed)
    .split(/[\s,]+/)
    .filter(Boolean)
  return guests.filter(({ name, business_name, status }) => {
    const came = status === 'attended'
    if ((show === 'came' && !came) || (show === 'not_yet' && came)) return false
    const about = plain(`${name} ${business_name ?? ''}`)
    return words.every((word) => about.includes(word))
  })
}

const plain = (text: string) => text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase()

/** "Jo Marsh, Marsh Pottery": a name and, after a comma, the business. */
export function readWalkIn(typed: string): { name: string; business_name: string | null } | undefined {
  const [name = '', ...rest] = typed.split(',')
  const business_name = rest.join(',').trim()
  return name.trim().length < 2 ? undefined : { name: name.trim(), business_name: business_name || null }
}

/** Those who were expected and are not ticked. */
export const expected = (guests: readonly CheckInGuest[]): CheckInGuest[] =>
  guests.filter(({ status }) => status === 'booked' || status === 'no_show')

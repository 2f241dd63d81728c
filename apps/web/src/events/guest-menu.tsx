import { useMutation } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { trpc } from '../api.ts'
import { newId } from '../new-id.ts'
import { problemOf } from '../problem.ts'
import type { MenuGroup } from '../ui/menu-choices.ts'
import { Menu } from '../ui/menu.tsx'
import { toast } from '../ui/toast.tsx'
import type { EventPageData, Guest } from './event.ts'
import { refreshEvents } from './refresh-events.ts'

/** What can be done with one place. */
export function GuestMenu({ guest, page }: { guest: Guest; page: EventPageData }) {
  const navigate = useNavigate()
  const { cancel, again } = usePlace(guest)
  const takesBookings = page.event.status === 'published'
  const items: MenuGroup['items'] = [
    ...(guest.to_match
      ? [
          {
            id: 'match',
            words: 'Say who this is',
            icon: 'people' as const,
            run: () => void navigate({ to: '/events/$reference/match', params: { reference: page.event.reference } }),
          },
        ]
      : []),
    ...(['booked', 'waitlist', 'invited'].includes(guest.status)
      ? [{ id: 'cancel', words: 'Cancel the place', tone: 'danger' as const, run: () => void cancel() }]
      : []),
    ...(takesBookings && ['cancelled', 'invited'].includes(guest.status)
      ? [{ id: 'again', words: guest.status === 'invited' ? 'Book a place' : 'Book again', run: () => void again() }]
      : []),
    {
      id: 'record',
      words: `Open ${guest.reference}`,
      icon: 'note' as const,
      run: () => void navigate({ href: `/r/attendance/${encodeURIComponent(guest.reference)}` }),
    },
  ]
  return <Menu label={`More for ${guest.name}`} groups={[{ items }]} />
}

function usePlace({ id, name }: Guest) {
  const cancelling = useMutation(trpc.events.cancelPlace.mutationOptions())
  const taking = useMutation(trpc.events.takePlaceAgain.mutationOptions())

  const again = () =>
    told(async () => {
      const { status } = await taking.mutateAsync({ request_id: newId(), attendance_id: id })
      return status === 'booked' ? `${name} has a place` : `${name} is on the waiting list`
    })
  const cancel = () =>
    told(
      async () => {
        const { moved_up } = await cancelling.mutateAsync({ request_id: newId(), attendance_id: id })
        return `The place of ${name} is cancelled${moved_up > 0 ? ', and the first who waited has it' : ''}`
      },
      () => void again(),
    )
  return { cancel, again }
}

/** Does it and says what became of it, or why not. */
async function told(work: () => Promise<string>, undo?: () => void): Promise<void> {
  try {
    const sentence = await work()
    await refreshEvents()
    toast(sentence, undo ? { action: { words: 'Undo', run: undo } } : {})
  } catch (error) {
    toast(problemOf(error).sentence, { tone: 'bad' })
    await refreshEvents()
  }
}

import { EVENT_MOVES, type EventMove } from '@hubline/domain/events/stages.ts'
import { useMutation } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { trpc } from '../api.ts'
import { newId } from '../new-id.ts'
import { problemOf } from '../problem.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Menu } from '../ui/menu.tsx'
import { toast } from '../ui/toast.tsx'
import type { EventPageData } from './event.ts'
import { refreshEvents } from './refresh-events.ts'

const SAID: Readonly<Record<EventMove, string>> = {
  publish: 'Published: people can have a place',
  close_booking: 'Booking is closed',
  open_booking: 'Booking is open',
  deliver: 'Delivered: whoever was not ticked is set down as absent',
  reopen: 'No longer marked delivered',
  cancel: 'The event is cancelled',
  reinstate: 'It takes place after all: open booking when you are ready',
}

/** What can be done with the event as a whole. The next step stands out; the rest is in a menu. */
export function EventMoves({ page }: { page: EventPageData }) {
  const navigate = useNavigate()
  const { move, busy } = useMoveEvent(page)
  const [asking, setAsking] = useState(false)
  const { event, moves } = page
  const first = moves.includes('publish') ? ('publish' as const) : undefined
  const rest = moves.filter((one) => one !== first && (one !== 'deliver' || event.held_on <= page.today))
  return (
    <>
      {first && (
        <Button look="filled" icon="check" busy={busy ? 'Publishing' : undefined} onClick={() => void move(first)}>
          {EVENT_MOVES[first].words}
        </Button>
      )}
      <Menu
        label={`More for ${event.title}`}
        groups={[
          {
            items: rest.map((one) => ({
              id: one,
              words: EVENT_MOVES[one].words,
              ...(one === 'cancel' ? { tone: 'danger' as const } : {}),
              run: () => (one === 'cancel' ? setAsking(true) : void move(one)),
            })),
          },
          {
            items: [
              {
                id: 'duplicate',
                words: 'Duplicate',
                icon: 'copy' as const,
                run: () => void navigate({ to: '/events/new', search: { from: event.reference } }),
              },
              {
                id: 'history',
                words: 'History of changes',
                icon: 'history' as const,
                run: () => void navigate({ href: `/r/event/${encodeURIComponent(event.reference)}` }),
              },
            ],
          },
        ]}
      />
      {asking && (
        <CancelDialog
          page={page}
          busy={busy}
          onClose={() => setAsking(false)}
          onCancel={() => void move('cancel').then(() => setAsking(false))}
        />
      )}
    </>
  )
}

function useMoveEvent({ event }: EventPageData) {
  const moving = useMutation(trpc.events.move.mutationOptions())
  async function move(what: EventMove): Promise<void> {
    try {
      const { moved_up } = await moving.mutateAsync({
        request_id: newId(),
        id: event.id,
        version: event.version,
        move: what,
      })
      await refreshEvents()
      toast(moved_up === 0 ? SAID[what] : `${SAID[what]}. ${moved_up} moved up from the waiting list`)
    } catch (error) {
      toast(problemOf(error).sentence, { tone: 'bad' })
      await refreshEvents()
    }
  }
  return { move, busy: moving.isPending }
}

type DialogProps = { page: EventPageData; busy: boolean; onClose: () => void; onCancel: () => void }

function CancelDialog({ page: { event, counts }, busy, onClose, onCancel }: DialogProps) {
  const affected = counts.booked + counts.waiting
  return (
    <Dialog
      title="Cancel event"
      open
      onClose={onClose}
      foot={
        <>
          <Button look="danger" busy={busy ? 'Cancelling' : undefined} onClick={onCancel}>
            Cancel the event
          </Button>
          <Button onClick={onClose}>Keep it</Button>
        </>
      }
    >
      <p>
        {event.title} will be shown as cancelled.{' '}
        {affected === 0
          ? 'Nobody has a place yet.'
          : affected === 1
            ? 'One person has a place or waits for one, and is told by e-mail.'
            : `${affected} people have a place or wait for one, and are told by e-mail.`}
      </p>
    </Dialog>
  )
}

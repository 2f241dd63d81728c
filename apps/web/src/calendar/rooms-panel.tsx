import { useMutation, useQuery } from '@tanstack/react-query'
import type { inferOutput } from '@trpc/tanstack-react-query'
import { type SubmitEvent, useState } from 'react'
import { trpc } from '../api.ts'
import { newId } from '../new-id.ts'
import { problemsOf } from '../problem.ts'
import { useMay } from '../staff/me.ts'
import { Button } from '../ui/button.tsx'
import { Checkbox } from '../ui/checkbox.tsx'
import { ErrorSummary, type FormProblem } from '../ui/error-summary.tsx'
import { Panel } from '../ui/panel.tsx'
import { Tag } from '../ui/tag.tsx'
import { TextField } from '../ui/text-field.tsx'
import { toast } from '../ui/toast.tsx'
import { refreshCalendar } from './calendar-data.ts'

type Room = inferOutput<typeof trpc.calendar.rooms>[number]

/** The hub's rooms; who leads adds, changes and closes them. */
export function RoomsPanel() {
  const mayKeep = useMay('room:keep')
  const { data = [] } = useQuery(trpc.calendar.rooms.queryOptions())
  const [open, setOpen] = useState<string>()
  return (
    <Panel
      title="Rooms"
      actions={
        mayKeep &&
        open === undefined && (
          <Button icon="plus" onClick={() => setOpen('new')}>
            Add a room
          </Button>
        )
      }
    >
      {data.length === 0 && open === undefined && (
        <p className="quiet">No rooms yet: reviews are held at the client’s site, by video or by telephone.</p>
      )}
      {open === 'new' && <RoomForm onDone={() => setOpen(undefined)} />}
      <ul role="list" className="hours-rows">
        {data.map((room) => (
          <li key={room.id} className="hours-row">
            {open === room.id ? (
              <RoomForm room={room} onDone={() => setOpen(undefined)} />
            ) : (
              <>
                <span>
                  <b>{room.name}</b>
                  <span className="quiet">
                    {[room.address, room.seats && `${room.seats} seats`].filter(Boolean).map((words) => ` · ${words}`)}
                  </span>{' '}
                  {!room.is_open && <Tag>Closed</Tag>}
                </span>
                {mayKeep && (
                  <Button look="quiet" size="small" icon="edit" onClick={() => setOpen(room.id)}>
                    Change<span className="visually-hidden"> {room.name}</span>
                  </Button>
                )}
              </>
            )}
          </li>
        ))}
      </ul>
    </Panel>
  )
}

function RoomForm({ room, onDone }: { room?: Room; onDone: () => void }) {
  const [ids] = useState(() => ({ request_id: newId(), id: room?.id ?? newId() }))
  const [request_id, setRequest] = useState(ids.request_id)
  const [filled, setFilled] = useState({
    name: room?.name ?? '',
    address: room?.address ?? '',
    seats: room?.seats ? String(room.seats) : '',
    is_open: room?.is_open ?? true,
  })
  const [problems, setProblems] = useState<readonly FormProblem[]>([])
  const keeping = useMutation(trpc.calendar.keepRoom.mutationOptions())
  const errorOf = (field: string) => problems.find((one) => one.field === field)?.sentence
  const change = (more: Partial<typeof filled>) => setFilled((now) => ({ ...now, ...more }))

  async function save(event: SubmitEvent) {
    event.preventDefault()
    const seats = filled.seats.trim() === '' ? null : Number(filled.seats)
    try {
      await keeping.mutateAsync({ ...filled, request_id, id: ids.id, version: room?.version ?? 0, seats })
      await refreshCalendar()
      toast(`Saved ${filled.name}`)
      onDone()
    } catch (error) {
      setProblems(problemsOf(error))
      setRequest(newId())
    }
  }

  return (
    <form noValidate className="stack" onSubmit={(event) => void save(event)}>
      <ErrorSummary problems={problems} />
      <TextField
        id="name"
        label="Name"
        value={filled.name}
        error={errorOf('name')}
        onChange={({ target }) => change({ name: target.value })}
      />
      <TextField
        id="address"
        label="Address"
        optional
        value={filled.address}
        error={errorOf('address')}
        onChange={({ target }) => change({ address: target.value })}
      />
      <TextField
        id="seats"
        label="Seats"
        optional
        short
        inputMode="numeric"
        value={filled.seats}
        error={errorOf('seats')}
        onChange={({ target }) => change({ seats: target.value })}
      />
      <Checkbox checked={filled.is_open} onChange={({ target }) => change({ is_open: target.checked })}>
        Open for bookings
      </Checkbox>
      <div className="cluster">
        <Button look="filled" icon="check" type="submit" busy={keeping.isPending ? 'Saving' : undefined}>
          Save the room
        </Button>
        <Button onClick={onDone}>Not now</Button>
      </div>
    </form>
  )
}

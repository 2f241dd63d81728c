import { useEffect, useState } from 'react'
import { useMe } from '../staff/me.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Icon } from '../ui/icon.tsx'
import { toast } from '../ui/toast.tsx'
import { type Waiting, drop, openOutbox, sendWaiting, useWaiting } from './outbox.ts'
import './outbox.css'

/** Says how much of one's own work waits on this device, and what of it the server would not take. */
export function OutboxBar() {
  const { adviser_id } = useMe()
  const mine = useWaiting().filter((entry) => entry.adviser_id === adviser_id)
  const [open, setOpen] = useState(false)
  useEffect(() => openOutbox(adviser_id, ({ words }) => toast(`Sent: ${words}`)), [adviser_id])
  const refused = mine.filter((entry) => entry.refused !== undefined).length
  return (
    <>
      <div role="status">
        {mine.length > 0 && (
          <div className={`outbox-bar ${refused > 0 ? 'bad' : ''}`}>
            <Icon name={refused > 0 ? 'warning' : 'info'} size={16} />
            <span>{howMany(mine.length - refused, refused)}</span>
          </div>
        )}
      </div>
      {mine.length > 0 && (
        <div className="outbox-open">
          <Button size="small" onClick={() => setOpen(true)}>
            See what waits
          </Button>
        </div>
      )}
      <Dialog title="Kept on this device" open={open && mine.length > 0} onClose={() => setOpen(false)}>
        <p className="quiet">It is sent by itself when Hubline can be reached. You may close this page.</p>
        <ul className="outbox-list">
          {mine.map((entry) => (
            <WaitingLine key={entry.id} entry={entry} />
          ))}
        </ul>
        <Button look="filled" onClick={() => void sendWaiting(adviser_id)}>
          Send now
        </Button>
      </Dialog>
    </>
  )
}

const howMany = (waiting: number, refused: number) =>
  [
    ...(waiting > 0 ? [`${waiting} waiting to send`] : []),
    ...(refused > 0 ? [`${refused} could not be saved`] : []),
  ].join(', ')

function WaitingLine({ entry: { id, words, at, refused } }: { entry: Waiting }) {
  const [sure, setSure] = useState(false)
  return (
    <li>
      <span>
        {words} <span className="quiet small">{timeOf(at)}</span>
        {refused && <span className="outbox-refused">{refused}</span>}
      </span>
      <Button size="small" look={sure ? 'danger' : 'plain'} onClick={() => (sure ? void drop(id) : setSure(true))}>
        {sure ? 'Delete for ever' : 'Delete'}
      </Button>
    </li>
  )
}

const timeOf = (at: string) =>
  new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' }).format(
    new Date(at),
  )

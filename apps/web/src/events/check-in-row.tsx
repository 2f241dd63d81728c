import { memo } from 'react'
import { Tag } from '../ui/tag.tsx'
import type { CheckInGuest } from './check-in-state.ts'

type Props = { guest: CheckInGuest; onTick: (guest: CheckInGuest) => void }

const NOTES: Readonly<Partial<Record<CheckInGuest['status'], string>>> = {
  waitlist: 'Waiting list',
  invited: 'Invited',
  cancelled: 'Cancelled',
  no_show: 'Set down as absent',
}

/** One guest as one big tick: the whole row can be pressed. */
export const CheckInRow = memo(function CheckInRow({ guest, onTick }: Props) {
  const { name, business_name, status, access_needs, is_walk_in } = guest
  const note = NOTES[status]
  return (
    <li>
      <label className="check check-in-row">
        <input type="checkbox" checked={status === 'attended'} onChange={() => onTick(guest)} />
        <span className="check-in-who">
          <span className="strong">{name}</span>
          {business_name && <span className="quiet">{business_name}</span>}
          {access_needs && <span className="small">Needs: {access_needs}</span>}
        </span>
        {is_walk_in && <Tag tone="info">Walk-in</Tag>}
        {note && !is_walk_in && <Tag tone={status === 'waitlist' ? 'warn' : 'plain'}>{note}</Tag>}
      </label>
    </li>
  )
})

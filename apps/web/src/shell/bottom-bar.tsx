import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useMe } from '../staff/me.ts'
import { Sheet } from '../ui/dialog.tsx'
import { Icon } from '../ui/icon.tsx'
import './bottom-bar.css'
import { useLog } from './log.tsx'
import { MANAGED, PLACES } from './places.ts'

/** The bar at the foot of a phone, with Log in the middle. */
export function BottomBar() {
  const me = useMe()
  const { log, near } = useLog()
  const may_log = me.permissions.includes('interaction:log')
  const [more, setMore] = useState(false)
  const open = PLACES.filter((place) => me.permissions.includes(place.permission))
  const rest = [...open.slice(3), ...MANAGED.filter((place) => me.permissions.includes(place.permission))]
  return (
    <nav aria-label="Main" className="bottom-bar no-print">
      {open.slice(0, 2).map((place) => (
        <Link key={place.to} to={place.to} className="bottom-place">
          <Icon name={place.icon} size={20} />
          {place.short}
        </Link>
      ))}
      {may_log && (
        <button type="button" className="bottom-place" onPointerEnter={near} onClick={() => log()}>
          <Icon name="plus" size={20} />
          Log
        </button>
      )}
      {open.slice(2, 3).map((place) => (
        <Link key={place.to} to={place.to} className="bottom-place">
          <Icon name={place.icon} size={20} />
          {place.short}
        </Link>
      ))}
      <button type="button" className="bottom-place" aria-haspopup="dialog" onClick={() => setMore(true)}>
        <Icon name="more" size={20} />
        More
      </button>
      <Sheet title="More" open={more} onClose={() => setMore(false)}>
        <ul role="list">
          {rest.map((place) => (
            <li key={place.to}>
              <Link to={place.to} className="place" onClick={() => setMore(false)}>
                <Icon name={place.icon} />
                <span>{place.words}</span>
              </Link>
            </li>
          ))}
        </ul>
      </Sheet>
    </nav>
  )
}

import { Link, useNavigate } from '@tanstack/react-router'
import { useMe } from '../staff/me.ts'
import { Icon } from '../ui/icon.tsx'
import { useShortcut } from '../ui/shortcuts.ts'
import './left-bar.css'
import { Mark } from './mark.tsx'
import { MANAGED, type Place, PLACES } from './places.ts'

// The start leads on to a place at once, so it is never the current one.
const NOT_A_PLACE = { 'aria-current': undefined, className: '' }

/** The bar at the left: the hub, and the places a person may go. */
export function LeftBar() {
  const me = useMe()
  const open = (place: Place) => me.permissions.includes(place.permission)
  const managed = MANAGED.filter(open)
  return (
    <nav aria-label="Main" className="left-bar no-print">
      <Link to="/" className="hub-name" activeProps={NOT_A_PLACE}>
        <Mark />
        <span>{me.hub.name}</span>
      </Link>
      <PlaceList places={PLACES.filter(open)} />
      {managed.length > 0 && (
        <>
          <h2 id="manage" className="left-bar-title">
            Manage
          </h2>
          <PlaceList places={managed} labelledBy="manage" />
        </>
      )}
    </nav>
  )
}

function PlaceList({ places, labelledBy }: { places: readonly Place[]; labelledBy?: string }) {
  return (
    <ul role="list" aria-labelledby={labelledBy}>
      {places.map((place) => (
        <li key={place.to}>
          <PlaceLink place={place} />
        </li>
      ))}
    </ul>
  )
}

function PlaceLink({ place }: { place: Place }) {
  const navigate = useNavigate()
  useShortcut({
    keys: `g ${place.key}`,
    words: place.words,
    where: 'Go to',
    run: () => void navigate({ to: place.to }),
  })
  return (
    <Link to={place.to} className="place">
      <Icon name={place.icon} />
      <span>{place.words}</span>
    </Link>
  )
}

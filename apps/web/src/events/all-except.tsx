import { useEffect, useRef, useState } from 'react'
import { Button } from '../ui/button.tsx'
import type { CheckInGuest } from './check-in-state.ts'

type Props = {
  /** Those who were expected and are not ticked yet. */
  guests: readonly CheckInGuest[]
  onDone: (came: readonly CheckInGuest[]) => void
  onCancel: () => void
}

/** Everybody came but the few who are picked out here. */
export function AllExcept({ guests: given, onDone, onCancel }: Props) {
  // Whoever books meanwhile was not seen, and is not ticked with the others.
  const [guests] = useState(given)
  const [away, setAway] = useState<ReadonlySet<string>>(new Set())
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  const came = guests.filter(({ id }) => !away.has(id))

  function toggle(id: string) {
    const next = new Set(away)
    if (!next.delete(id)) next.add(id)
    setAway(next)
  }

  return (
    <section aria-labelledby="all-except" className="all-except">
      <h2 id="all-except" ref={heading} tabIndex={-1}>
        Who did not come?
      </h2>
      <p className="quiet">Pick out those who are missing. Everybody else is ticked.</p>
      <ul role="list" className="check-in-list" aria-label="Who did not come">
        {guests.map(({ id, name, business_name }) => (
          <li key={id}>
            <label className={`check check-in-row ${away.has(id) ? 'away' : ''}`}>
              <input type="checkbox" checked={away.has(id)} onChange={() => toggle(id)} />
              <span className="check-in-who">
                <span className="strong">{name}</span>
                {business_name && <span className="quiet">{business_name}</span>}
              </span>
            </label>
          </li>
        ))}
      </ul>
      <div className="check-in-foot">
        <Button look="filled" icon="check" onClick={() => onDone(came)}>
          {came.length} came, {away.size} did not
        </Button>
        <Button onClick={onCancel}>Back</Button>
      </div>
    </section>
  )
}

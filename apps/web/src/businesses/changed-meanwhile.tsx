import { parseIsoDay, showDay } from '@hubline/domain/day.ts'
import { showWord } from '../records/show-value.ts'

type Filled = Readonly<Record<string, string | null | undefined>>

/** What somebody else has changed since the form was opened; the text in the boxes stays as it was typed. */
export function ChangedMeanwhile({ was, now }: { was: Filled; now: Filled }) {
  const changed = Object.keys(now).filter((fact) => (was[fact] ?? '') !== (now[fact] ?? ''))
  if (changed.length === 0) return null
  return (
    <div className="client-notice">
      <div>
        <p className="strong">On record now</p>
        <ul role="list">
          {changed.map((fact) => (
            <li key={fact}>
              {showWord(fact.replace(/_(?:pence|code|on|fte)$/, ''))}: <b>{shown(now[fact])}</b>, was {shown(was[fact])}
            </li>
          ))}
        </ul>
        <p>Save again to put what you typed in its place. What you did not change stays as it is now.</p>
      </div>
    </div>
  )
}

function shown(value: string | null | undefined): string {
  if (!value) return 'not known'
  const day = parseIsoDay(value)
  return day ? showDay(day) : value
}

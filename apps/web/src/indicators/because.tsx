import { type Day, showDay } from '@hubline/domain/day.ts'
import { RecordLink } from '../records/record-link.tsx'

export type BecauseOf = { kind: string; noun: string; reference: string; on: string }

const FEW = 3

/** The records that bring a unit in, oldest first; those after the third are folded away. */
export function Because({ records, of }: { records: readonly BecauseOf[]; of: string }) {
  const rest = records.slice(FEW)
  return (
    <div className="because figures">
      <Links records={records.slice(0, FEW)} />
      {rest.length > 0 && (
        <details>
          <summary>
            + {rest.length} more<span className="visually-hidden"> for {of}</span>
          </summary>
          <Links records={rest} />
        </details>
      )}
    </div>
  )
}

function Links({ records }: { records: readonly BecauseOf[] }) {
  return (
    <ul role="list">
      {records.map(({ kind, noun, reference, on }) => (
        <li key={`${kind} ${reference} ${on}`}>
          <RecordLink kind={kind} reference={reference}>
            {noun.charAt(0).toUpperCase() + noun.slice(1)} {showDay(on as Day)}
          </RecordLink>
        </li>
      ))}
    </ul>
  )
}

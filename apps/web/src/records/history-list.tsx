import './history-list.css'
import { showInstant, showValue } from './show-value.ts'

export type Changed = { label: string; type: string; from: unknown; to: unknown }

export type Version = {
  version: number
  /** When, as an instant. */
  at: string | Date
  /** Who; null: an import, or the system. */
  by: string | null
  changes: readonly Changed[]
  voided: boolean
  void_reason?: string | null
}

const FEW = 5

/** Who changed what and when, the newest first; the same on every kind of record. */
export function HistoryList({ versions }: { versions: readonly Version[] }) {
  if (versions.length === 0) return <p className="quiet">No changes have been kept.</p>
  const first = Math.min(...versions.map(({ version }) => version))
  return (
    <ol role="list" className="history-list">
      {versions.map((version) => (
        <li key={version.version}>
          <p>
            <span className="strong">{deed(version, version.version === first)}</span>{' '}
            <span className="quiet figures">{showInstant(version.at)}</span>
          </p>
          {version.version !== first && <Changes changes={version.changes} />}
        </li>
      ))}
    </ol>
  )
}

function deed({ by, changes, voided, void_reason }: Version, is_first: boolean): string {
  const who = by ?? 'An import or the system'
  if (is_first) return by === null ? 'Came with an import or was made by the system' : `${by} recorded it`
  if (voided) return void_reason ? `${who} voided it: ${void_reason}` : `${who} voided it`
  return changes.length === 1 ? `${who} changed one fact` : `${who} changed ${changes.length} facts`
}

function Changes({ changes }: { changes: readonly Changed[] }) {
  if (changes.length === 0) return null
  const rest = changes.slice(FEW)
  return (
    <>
      <ChangeLines changes={changes.slice(0, FEW)} />
      {rest.length > 0 && (
        <details>
          <summary>{rest.length === 1 ? '1 more change' : `${rest.length} more changes`}</summary>
          <ChangeLines changes={rest} />
        </details>
      )}
    </>
  )
}

function ChangeLines({ changes }: { changes: readonly Changed[] }) {
  return (
    <ul role="list" className="history-changes">
      {changes.map(({ label, type, from, to }) => (
        <li key={label}>
          <span className="quiet">{label}:</span> <Said type={type} value={from} />{' '}
          <span className="quiet">became</span> <Said type={type} value={to} />
        </li>
      ))}
    </ul>
  )
}

function Said({ type, value }: { type: string; value: unknown }) {
  const shown = showValue(type, value)
  return shown === undefined ? <span className="quiet">blank</span> : <span className="history-value">{shown}</span>
}

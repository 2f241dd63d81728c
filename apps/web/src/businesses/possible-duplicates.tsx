import { Button, ButtonLink } from '../ui/button.tsx'
import { Panel } from '../ui/panel.tsx'
import { Tag } from '../ui/tag.tsx'
import './register.css'
import '../ui/line-list.css'

export type Candidate = {
  id: string
  reference: string
  name: string
  town: string | null
  postcode: string | null
  score: number
  verdict: 'same' | 'maybe'
  reason: string
}

type Props = {
  kind: 'business' | 'person'
  candidates: readonly Candidate[]
  /** Those of whom the person has said: not the same. Remembered when the new one is saved. */
  different: readonly Candidate[]
  onDifferent: (different: readonly Candidate[]) => void
}

/** Who the one being described may be already, while it is still being typed. */
export function PossibleDuplicates({ kind, candidates, different, onDifferent }: Props) {
  const open = candidates.filter(({ id }) => different.every((one) => one.id !== id))
  return (
    <Panel title={open.length > 0 ? 'Is it one of these?' : 'Already on record?'} className="duplicates">
      <p role="status" className={open.length > 0 ? 'visually-hidden' : 'quiet'}>
        {open.length === 0
          ? 'Nobody alike so far.'
          : open.length === 1
            ? '1 may be the same'
            : `${open.length} may be the same`}
      </p>
      {open.length > 0 && (
        <ul role="list" className="line-list">
          {open.map((candidate) => (
            <li key={candidate.id}>
              <CandidateLine
                kind={kind}
                candidate={candidate}
                onDifferent={() => onDifferent([...different, candidate])}
              />
            </li>
          ))}
        </ul>
      )}
      {different.length > 0 && (
        <ul role="list" className="duplicates-different">
          {different.map((candidate) => (
            <li key={candidate.id} className="small">
              {candidate.name}, {candidate.reference}, is another{' '}
              <button
                type="button"
                className="link-button"
                onClick={() => onDifferent(different.filter((one) => one !== candidate))}
              >
                Undo<span className="visually-hidden"> for {candidate.name}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  )
}

function CandidateLine({
  kind,
  candidate,
  onDifferent,
}: {
  kind: Props['kind']
  candidate: Candidate
  onDifferent: () => void
}) {
  const { name, reference, town, postcode, score, verdict, reason } = candidate
  return (
    <div className="duplicate">
      <p className="cluster">
        <b>{name}</b>
        <Tag tone={verdict === 'same' ? 'warn' : 'info'}>
          {verdict === 'same' ? 'Very likely the same' : 'May be the same'}
        </Tag>
      </p>
      <p className="small quiet figures">
        {[reference, town, postcode, `${score} of 100 alike`].filter(Boolean).join(' · ')}
      </p>
      <p className="small">{reason}</p>
      <div className="cluster">
        <ButtonLink size="small" to={kind === 'business' ? '/b/$reference' : '/p/$reference'} params={{ reference }}>
          Use this one<span className="visually-hidden">: {name}</span>
        </ButtonLink>
        <Button size="small" look="quiet" onClick={onDifferent}>
          They are different<span className="visually-hidden"> from {name}</span>
        </Button>
      </div>
    </div>
  )
}

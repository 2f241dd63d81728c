import { ATTENDANCE_NAMES } from '@hubline/domain/events/stages.ts'
import { useRef, useState } from 'react'
import { Button } from '../ui/button.tsx'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { Tag } from '../ui/tag.tsx'
import { ATTENDANCE_TONES } from './event-words.ts'
import { MatchBusiness } from './match-business.tsx'
import { type Choice, startOf, type Unmatched, withPerson } from './match-choice.ts'
import { MatchPerson } from './match-person.tsx'
import { useMatching } from './use-matching.ts'

/** One guest as they wrote themselves, and the two questions: who is it, and for which business. */
export function MatchCard({ guest, first }: { guest: Unmatched; first: boolean }) {
  const [choice, setChoice] = useState<Choice>(() => startOf(guest))
  const card = useRef<HTMLElement>(null)
  const { match, together, problems, attempt, saving } = useMatching(guest, choice, card)
  const name = `${guest.given_name} ${guest.family_name}`.trim()
  const titleId = `guest-${guest.id}`
  return (
    <article ref={card} className="match-card panel" aria-labelledby={titleId} data-first-card={first || undefined}>
      <header className="match-head">
        <h2 id={titleId} tabIndex={-1}>
          {name}
        </h2>
        <Tag tone={ATTENDANCE_TONES[guest.status]}>{ATTENDANCE_NAMES[guest.status]}</Tag>
        <p className="quiet figures">
          {[guest.business_name, guest.email, guest.phone].filter(Boolean).join(' · ') || 'Gave a name only'}
        </p>
      </header>
      <ErrorSummary problems={problems} attempt={attempt} />
      <div className="match-questions">
        <MatchPerson
          guest={guest}
          choice={choice}
          onChoose={(person) => setChoice((now) => withPerson(guest, now, person))}
          onName={(new_person) => setChoice((now) => ({ ...now, new_person }))}
        />
        <MatchBusiness guest={guest} choice={choice} onChange={(more) => setChoice((now) => ({ ...now, ...more }))} />
      </div>
      <div className="cluster">
        <Button look="filled" icon="check" busy={saving ? 'Saving' : undefined} onClick={() => void match()}>
          Save<span className="visually-hidden"> {name}</span>
        </Button>
        {together && (
          <Button icon="swap" busy={saving ? 'Saving' : undefined} onClick={() => void match(true)}>
            Put the two places together
          </Button>
        )}
      </div>
    </article>
  )
}

import { RELATIONSHIP_NAMES, type RelationshipState } from '@hubline/domain/businesses/relationship.ts'
import type { Day } from '@hubline/domain/day.ts'
import { Link } from '@tanstack/react-router'
import { sinceWords } from '../cases/due-words.ts'
import { UndoMerge } from '../duplicates/undo-merge.tsx'
import { useMay } from '../staff/me.ts'
import { HoursBar } from '../ui/bars.tsx'
import { Icon } from '../ui/icon.tsx'
import { Tag } from '../ui/tag.tsx'
import { type Client, STATE_TONES } from './client.ts'
import { ClientLink } from './client-link.tsx'
import './client-page.css'

type Named = { reference: string; name: string }
type Former = Named & { merge: { id: string; version: number } | null }

type SummaryProps = {
  relationship_state: RelationshipState
  last_contact_on: Day | null
  minutes_this_year: number
  year: string
  open_referrals: number
  today: Day
}

/** The few things to know before a call, in one line. */
export function ClientSummary({
  relationship_state,
  last_contact_on,
  minutes_this_year,
  year,
  open_referrals,
  today,
}: SummaryProps) {
  return (
    <dl className="client-summary">
      <div>
        <dt>Relationship</dt>
        <dd>
          <Tag tone={STATE_TONES[relationship_state]}>{RELATIONSHIP_NAMES[relationship_state]}</Tag>
        </dd>
      </div>
      <div>
        <dt>Last contact</dt>
        <dd>{sinceWords(last_contact_on, today)}</dd>
      </div>
      <div>
        <dt>Hours in {year}</dt>
        <dd>
          <HoursBar minutes={minutes_this_year} />
        </dd>
      </div>
      <div>
        <dt>Open referrals</dt>
        <dd className="figures">{open_referrals === 0 ? 'None' : open_referrals}</dd>
      </div>
    </dl>
  )
}

type NoticesProps = {
  client: Client
  merged_into: Named | null
  merged_from: readonly Former[]
  void_reason: string | null
}

/** Merged or voided: said before anything else is read. */
export function ClientNotices({ client, merged_into, merged_from, void_reason }: NoticesProps) {
  const mayMerge = useMay('client:merge')
  return (
    <>
      {merged_into && (
        <p className="client-notice">
          <Icon name="swap" />
          <span>
            {client.reference} is now part of{' '}
            <ClientLink client={{ kind: client.kind, reference: merged_into.reference }}>
              {merged_into.name}, {merged_into.reference}
            </ClientLink>
            . What is logged there counts for both.
          </span>
        </p>
      )}
      {merged_from.length > 0 && (
        <p className="client-includes quiet small">
          Includes{' '}
          {merged_from.map(({ reference, name, merge }, at) => (
            <span key={reference}>
              {at > 0 && ', '}
              <Link to={client.kind === 'business' ? '/b/$reference' : '/p/$reference'} params={{ reference }}>
                {name}, {reference}
              </Link>
              {merge && mayMerge && <UndoMerge merge={merge} reference={reference} />}
            </span>
          ))}
        </p>
      )}
      {void_reason !== null && (
        <p className="client-notice bad">
          <Icon name="warning" />
          <span>Void: {void_reason}. It counts nowhere.</span>
        </p>
      )}
    </>
  )
}

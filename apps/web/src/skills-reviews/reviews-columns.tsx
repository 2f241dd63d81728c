import { districtName } from '@hubline/domain/businesses/districts.ts'
import { type Day, showDay } from '@hubline/domain/day.ts'
import { DECLINE_REASON_NAMES } from '@hubline/domain/skills-reviews/decline-reasons.ts'
import { REVIEW_STATUS_NAMES } from '@hubline/domain/skills-reviews/stages.ts'
import { Link } from '@tanstack/react-router'
import { ClientLink } from '../businesses/client-link.tsx'
import type { Column } from '../ui/data-table.tsx'
import { Tag } from '../ui/tag.tsx'
import { ReviewMenu } from './review-menu.tsx'
import { REVIEW_TONES, type ReviewRow, slotWords } from './review-words.ts'

export const REVIEW_COLUMNS: readonly Column<ReviewRow>[] = [
  {
    key: 'business',
    title: 'Business',
    sort: 'name',
    phone: 'title',
    width: '26%',
    cell: ({ business, reference }) => (
      <>
        <ClientLink client={{ kind: 'business', reference: business.reference }}>{business.name}</ClientLink>
        <span className="cell-note">
          {[reference, business.district_code && districtName(business.district_code)].filter(Boolean).join(' · ')}
        </span>
      </>
    ),
  },
  { key: 'stage', title: 'Stage', phone: 'corner', width: '16%', cell: stageCell },
  {
    key: 'offered',
    title: 'Offered',
    sort: 'offered_on',
    cell: ({ offered_on, offer_channel, offered_to }) => (
      <span>
        {showDay(offered_on)}
        <span className="cell-note">{[offer_channel, offered_to].filter(Boolean).join(', to ')}</span>
      </span>
    ),
  },
  {
    key: 'when',
    title: 'Booked or held',
    sort: 'when',
    cell: ({ slot_start, held_on, status }) =>
      held_on ? (
        `Held ${showDay(held_on)}`
      ) : slot_start && status === 'booked' ? (
        slotWords(slot_start)
      ) : slot_start ? (
        <s className="quiet">{slotWords(slot_start)}</s>
      ) : (
        <None words="Not booked" />
      ),
  },
  {
    key: 'broker',
    title: 'Broker',
    phone: 'hide',
    cell: ({ broker }) => broker ?? <span className="quiet">Nobody</span>,
  },
  {
    key: 'lines',
    title: 'Taken up',
    align: 'end',
    phone: 'hide',
    cell: ({ lines, taken_up, reference }) =>
      lines === 0 ? (
        <None words="No plan yet" />
      ) : (
        <Link to="/reviews/$reference/plan" params={{ reference }}>
          {taken_up} of {lines}
          <span className="visually-hidden"> lines of {reference} taken up</span>
        </Link>
      ),
  },
  {
    key: 'more',
    title: 'More',
    hideTitle: true,
    align: 'end',
    phone: 'line',
    width: '52px',
    cell: (row) => <ReviewMenu row={row} />,
  },
]

function stageCell({ status, decline_reason, answered_on, plan_agreed_on, uptake_on }: ReviewRow) {
  return (
    <>
      <Tag tone={REVIEW_TONES[status]}>{REVIEW_STATUS_NAMES[status]}</Tag>
      <span className="cell-note">
        {decline_reason ? DECLINE_REASON_NAMES[decline_reason] : since({ plan_agreed_on, uptake_on, answered_on })}
      </span>
    </>
  )
}

function since({
  uptake_on,
  plan_agreed_on,
  answered_on,
}: {
  uptake_on: Day | null
  plan_agreed_on: Day | null
  answered_on: Day | null
}) {
  const day = uptake_on ?? plan_agreed_on ?? answered_on
  return day ? showDay(day) : null
}

function None({ words }: { words: string }) {
  return (
    <>
      <span aria-hidden="true">–</span>
      <span className="visually-hidden">{words}</span>
    </>
  )
}

import { type Day, showDay } from '@hubline/domain/day.ts'
import { DECLINE_REASON_NAMES } from '@hubline/domain/skills-reviews/decline-reasons.ts'
import { isInHand } from '@hubline/domain/skills-reviews/offers.ts'
import { REVIEW_STATUS_NAMES, movesFrom } from '@hubline/domain/skills-reviews/stages.ts'
import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense, useState } from 'react'
import { trpc } from '../api.ts'
import { problemOf } from '../problem.ts'
import { RecordLink } from '../records/record-link.tsx'
import { useMay } from '../staff/me.ts'
import { Button, ButtonLink } from '../ui/button.tsx'
import { Panel } from '../ui/panel.tsx'
import { useShortcut } from '../ui/shortcuts.ts'
import { Skeleton } from '../ui/skeleton.tsx'
import { Tag } from '../ui/tag.tsx'
import '../ui/line-list.css'
import { ReviewMenu } from './review-menu.tsx'
import { REVIEW_TONES, type ReviewRow, slotWords } from './review-words.ts'

const OfferSheet = lazy(() => import('./offer-sheet.tsx').then((module) => ({ default: module.OfferSheet })))

const SHOWN = 20

type Props = {
  business: { id: string; name: string }
  people: readonly { id: string; name: string; job_title: string | null; to_on: string | null }[]
  today: Day
  /** Whether anything may be changed here. */
  open: boolean
}

/** Where a business stands with its skills review, the way on from there, and what was before. */
export function BusinessReviews({ business, people, today, open }: Props) {
  const { data, error } = useQuery(
    trpc.skillsReviews.list.queryOptions({ business_id: business.id, direction: 'desc', size: SHOWN }),
  )
  const mayWork = useMay('review:work') && open
  const [offering, setOffering] = useState(false)
  const [newest, ...earlier] = data?.rows ?? []
  const free = data !== undefined && !data.rows.some((row) => isInHand(row, today))
  return (
    <Panel
      title="Skills review"
      actions={mayWork && free && <OfferButton again={newest !== undefined} onPress={() => setOffering(true)} />}
    >
      {!data && (error ? <p>{problemOf(error).sentence}</p> : <Skeleton lines={2} height="48px" />)}
      {data && !newest && <p className="quiet">Never offered.</p>}
      {newest && <Newest row={newest} open={open} />}
      {earlier.length > 0 && (
        <details>
          <summary>{earlier.length === 1 ? '1 earlier offer' : `${earlier.length} earlier offers`}</summary>
          <ul role="list" className="line-list">
            {earlier.map((row) => (
              <li key={row.id}>
                <Standing row={row} />
              </li>
            ))}
          </ul>
        </details>
      )}
      {offering && (
        <Suspense fallback={null}>
          <OfferSheet
            business={business}
            contacts={people.filter(({ to_on }) => to_on === null)}
            today={today}
            onClose={() => setOffering(false)}
          />
        </Suspense>
      )}
    </Panel>
  )
}

function OfferButton({ again, onPress }: { again: boolean; onPress: () => void }) {
  useShortcut({ keys: 'o', words: 'Offer a skills review', where: 'Record', run: onPress })
  return (
    <Button size="small" icon="plus" keys="o" onClick={onPress}>
      {again ? 'Offer again' : 'Offer a skills review'}
    </Button>
  )
}

function Newest({ row, open }: { row: ReviewRow; open: boolean }) {
  const mayBook = useMay('review:book') && open
  const { reference, slot_start, status } = row
  const moves = movesFrom(row)
  const day = slot_start?.slice(0, 10)
  return (
    <div className="stack-small">
      <Standing row={row} />
      <div className="cluster">
        {mayBook && moves.includes('book') && (
          <ButtonLink size="small" icon="calendar" to="/calendar" search={{ book: reference }}>
            Book a time
          </ButtonLink>
        )}
        {status === 'booked' && day && (
          <ButtonLink size="small" icon="calendar" to="/calendar" search={{ day }}>
            See it in the calendar
          </ButtonLink>
        )}
        <ReviewMenu row={row} />
      </div>
    </div>
  )
}

/** `Accepted`, the review's reference, and what is known of it. */
function Standing({ row }: { row: ReviewRow }) {
  return (
    <div>
      <Tag tone={REVIEW_TONES[row.status]}>{REVIEW_STATUS_NAMES[row.status]}</Tag>{' '}
      <RecordLink kind="skills_review" reference={row.reference}>
        {row.reference}
      </RecordLink>
      {linesOf(row).map((line) => (
        <span key={line} className="cell-note">
          {line}
        </span>
      ))}
    </div>
  )
}

function linesOf(row: ReviewRow): string[] {
  const { offered_on, offer_channel, offered_to, answered_on, decline_reason, slot_start, held_on, lines } = row
  return [
    [`Offered ${showDay(offered_on)}`, offer_channel, offered_to && `to ${offered_to}`].filter(Boolean).join(', '),
    decline_reason && `Declined: ${DECLINE_REASON_NAMES[decline_reason].toLowerCase()}`,
    row.status === 'accepted' && answered_on && `Accepted ${showDay(answered_on)}, to be booked`,
    row.status === 'booked' && slot_start && `Booked for ${slotWords(slot_start)}`,
    held_on && `Held ${showDay(held_on)}`,
    row.plan_agreed_on && `Plan agreed ${showDay(row.plan_agreed_on)}`,
    lines > 0 && `${row.taken_up} of ${lines} ${lines === 1 ? 'line' : 'lines'} taken up`,
    row.broker && `With ${row.broker}`,
  ].filter((line): line is string => Boolean(line))
}

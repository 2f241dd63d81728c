import { ABSENCE_NAMES, PLACE_NAMES, showTime } from '@hubline/domain/calendar/booking-words.ts'
import { showClock } from '@hubline/domain/calendar/london-time.ts'
import { REVIEW_STATUS_NAMES } from '@hubline/domain/skills-reviews/stages.ts'
import { Link, useNavigate } from '@tanstack/react-router'
import { useRef, useState } from 'react'
import { Menu } from '../ui/menu.tsx'
import type { MenuGroup } from '../ui/menu-choices.ts'
import { useChangeSearch } from '../ui/use-change-search.ts'
import { type Diary, type DiaryAbsence, type DiaryReview, spanOf } from './calendar-data.ts'
import { CancelReviewDialog } from './cancel-review-dialog.tsx'
import { MarkHeldDialog } from './mark-held-dialog.tsx'
import { useMarkNoShow } from './use-mark-no-show.ts'
import type { NewTime } from './use-move-review.ts'

const LOOKS: Readonly<Record<string, string>> = { booked: '', no_show: 'missed' }

type Props = {
  review: DiaryReview
  now: number
  onMove: (review: DiaryReview, to: NewTime) => void
  /** Where the pointer lies over the grid. */
  timeAt?: ((x: number, y: number) => NewTime | undefined) | undefined
}

/** A review in the diary: a button with all that can be done to it, that can also be dragged to another time. */
export function ReviewEntry({ review, now, onMove, timeAt }: Props) {
  const [dialog, setDialog] = useState<'held' | 'cancel'>()
  const drag = useDrag(review, onMove, review.status === 'booked' ? timeAt : undefined)
  const { from, to } = spanOf(review)
  const groups = useChoices(review, now, { onMove, open: setDialog })
  const label = `${REVIEW_STATUS_NAMES[review.status]}, ${showTime(from)} to ${showClock(to)}`
  return (
    <div {...drag.listeners} className="stretch">
      <Menu
        label={label}
        groups={groups}
        className={`diary-entry ${LOOKS[review.status] ?? 'held'} ${drag.moving ? 'moving' : ''}`}
        head={
          <>
            <b>{review.business.name}</b>
            <span className="cell-note">
              {[review.attendee_name, review.attendee_phone ?? review.business.phone].filter(Boolean).join(' · ')}
            </span>
          </>
        }
        face={
          <>
            <b>{review.business.name}</b>
            {showClock(from)} · {placeOf(review)}
            {review.status !== 'booked' && <> · {REVIEW_STATUS_NAMES[review.status]}</>}
          </>
        }
      />
      {dialog === 'held' && <MarkHeldDialog review={review} onClose={() => setDialog(undefined)} />}
      {dialog === 'cancel' && <CancelReviewDialog review={review} onClose={() => setDialog(undefined)} />}
    </div>
  )
}

const placeOf = ({ place, room, business }: DiaryReview): string =>
  place === 'our_room'
    ? (room ?? PLACE_NAMES.our_room)
    : place === null || place === 'their_site'
      ? (business.town ?? 'Visit')
      : PLACE_NAMES[place]

type Doing = { onMove: Props['onMove']; open: (dialog: 'held' | 'cancel') => void }

/** Every drag has its twin here: half an hour, a day, or a free time of the week. */
function useChoices(review: DiaryReview, now: number, { onMove, open }: Doing): readonly MenuGroup[] {
  const change = useChangeSearch()
  const navigate = useNavigate()
  const miss = useMarkNoShow(review)
  const begun = Date.parse(review.slot_start) <= now
  const by = (minutes: number) => () =>
    onMove(review, {
      slot_start: new Date(Date.parse(review.slot_start) + minutes * 60_000).toISOString(),
      broker_id: review.broker_id,
    })
  const open_business = {
    id: 'business',
    words: 'Open the business',
    icon: 'building' as const,
    run: () => void navigate({ to: '/b/$reference', params: { reference: review.business.reference } }),
  }
  if (review.status === 'no_show')
    return [
      {
        items: [
          {
            id: 'again',
            words: 'Book again',
            icon: 'calendar',
            run: () => change({ book: review.reference, move: undefined }),
          },
          { id: 'held', words: 'It was held after all', icon: 'check', run: () => open('held') },
          open_business,
        ],
      },
    ]
  if (review.status !== 'booked') return [{ items: [open_business] }]
  return [
    {
      items: [
        {
          id: 'move',
          words: 'Reschedule',
          icon: 'calendar',
          run: () => change({ move: review.reference, book: undefined }),
        },
        ...(begun
          ? [
              { id: 'held', words: 'Mark held', icon: 'check' as const, run: () => open('held') },
              { id: 'miss', words: 'No-show', icon: 'warning' as const, run: miss },
            ]
          : []),
        open_business,
      ],
    },
    {
      title: 'Move by',
      items: [
        { id: 'earlier', words: 'Half an hour earlier', icon: 'up', run: by(-30) },
        { id: 'later', words: 'Half an hour later', icon: 'down', run: by(30) },
        { id: 'before', words: 'A day earlier', icon: 'left', run: by(-1440) },
        { id: 'after', words: 'A day later', icon: 'right', run: by(1440) },
      ],
    },
    { items: [{ id: 'cancel', words: 'Cancel the review', icon: 'close', tone: 'danger', run: () => open('cancel') }] },
  ]
}

/** How far a pointer goes before it is a drag and no press. */
const SLACK_PX = 6

function useDrag(review: DiaryReview, onMove: Props['onMove'], timeAt: Props['timeAt']) {
  const began = useRef<{ x: number; y: number; inside: number }>(undefined)
  const [moving, setMoving] = useState(false)
  const dropped = useRef(false)
  const listeners = timeAt && {
    onPointerDown: (event: React.PointerEvent<HTMLDivElement>) => {
      if (event.button !== 0 || event.pointerType === 'touch') return
      const box = event.currentTarget.getBoundingClientRect()
      began.current = { x: event.clientX, y: event.clientY, inside: event.clientY - box.top }
    },
    onPointerMove: (event: React.PointerEvent<HTMLDivElement>) => {
      const start = began.current
      if (!start || (!moving && Math.hypot(event.clientX - start.x, event.clientY - start.y) < SLACK_PX)) return
      if (!moving) event.currentTarget.setPointerCapture(event.pointerId)
      setMoving(true)
    },
    onPointerUp: (event: React.PointerEvent<HTMLDivElement>) => {
      const start = began.current
      began.current = undefined
      if (!moving || !start) return
      setMoving(false)
      dropped.current = true
      const to = timeAt(event.clientX, event.clientY - start.inside)
      if (to && (to.slot_start !== review.slot_start || to.broker_id !== review.broker_id)) onMove(review, to)
    },
    onPointerCancel: () => {
      began.current = undefined
      setMoving(false)
    },
    onClickCapture: (event: React.MouseEvent) => {
      if (!dropped.current) return
      dropped.current = false
      event.preventDefault()
      event.stopPropagation()
    },
  }
  return { moving, listeners }
}

/** Leave, a meeting, anything that keeps a time free. */
export function AbsenceEntry({ absence }: { absence: DiaryAbsence }) {
  return (
    <div className="diary-entry away">
      <b>{ABSENCE_NAMES[absence.kind]}</b>
      {absence.title}
    </div>
  )
}

/** A booking of somebody who booked by themselves: nobody has said yet whose it is. */
export function RequestEntry({ request }: { request: Diary['requests'][number] }) {
  const { from, to } = spanOf(request)
  return (
    <Link to="/calendar/to-match" className="diary-entry asked">
      <b>{request.business_name}</b>
      {showClock(from)} · Say whose it is
      <span className="visually-hidden">
        {' '}
        {request.name}, {showTime(from)} to {showClock(to)}
      </span>
    </Link>
  )
}

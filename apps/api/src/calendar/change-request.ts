import type { Tx } from '@hubline/db/connection.ts'
import { changeRecord } from '../records/change-record.ts'
import type { ReviewByLink } from './review-by-link.ts'
import { tellOfBooking } from './tell-of-booking.ts'

type Changed = { hub_id: string; review: ReviewByLink; now: Date }
type Moved = Changed & {
  slot: { slot_start: Date; slot_end: Date; broker_id: string }
  email: string
  phone: string | null
}

/** Whoever booked by themselves chooses another time, before anybody has said who they are. */
export async function moveRequest(tx: Tx, { hub_id, review, slot, now, email, phone }: Moved): Promise<void> {
  const { id, version, status } = review
  const values = { ...slot, email, phone, status: 'waiting', invitation: review.invitation + 1 }
  await changeRecord(tx, { kind: 'booking_request', hub_id, id, version, values })
  const is_move = status === 'booked'
  const former_broker_id = is_move && review.broker_id !== slot.broker_id ? review.broker_id : null
  await tellOfBooking(tx, { hub_id, review_id: id, news: is_move ? 'moved' : 'booked', now, former_broker_id })
}

/** They give the time back; the same link books another. */
export async function cancelRequest(tx: Tx, { hub_id, review, now }: Changed): Promise<void> {
  const { id, version } = review
  const values = { status: 'cancelled', invitation: review.invitation + 1 }
  await changeRecord(tx, { kind: 'booking_request', hub_id, id, version, values })
  await tellOfBooking(tx, { hub_id, review_id: id, news: 'cancelled', now })
}

import type { Tx } from '@hubline/db/connection.ts'
import type { WorkingSpan } from '@hubline/domain/calendar/working-hours.ts'
import { Problem } from '@hubline/domain/problem.ts'
import { type DiaryOf, USUAL_DIARY } from './usual-diary.ts'

/** Somebody with whom a review can be booked. */
export type Broker = DiaryOf & { id: string; name: string; email: string }

const AT_MOST = 200

/** Everybody who holds reviews: skills brokers, and whoever else keeps a diary here. One, or all by name. */
export async function brokersOf(tx: Tx, hub_id: string, only?: string): Promise<Broker[]> {
  const found = await tx
    .selectFrom('adviser')
    .leftJoin('diary', (join) =>
      join.onRef('diary.hub_id', '=', 'adviser.hub_id').onRef('diary.adviser_id', '=', 'adviser.id'),
    )
    .select(['adviser.id', 'adviser.name', 'adviser.email'])
    .select(['diary.version', 'diary.hours', 'diary.travel_minutes', 'diary.review_minutes'])
    .select(['diary.notice_hours', 'diary.days_ahead', 'diary.video_link'])
    .where('adviser.hub_id', '=', hub_id)
    .where('adviser.is_active', '=', true)
    .where('adviser.voided_at', 'is', null)
    .where((eb) => eb.or([eb('adviser.role', '=', 'skills_broker'), eb('diary.id', 'is not', null)]))
    .where((eb) => (only === undefined ? eb.lit(true) : eb('adviser.id', '=', only)))
    .orderBy('adviser.name')
    .orderBy('adviser.id')
    .limit(AT_MOST)
    .execute()
  return found.map(({ id: broker_id, name, email, ...kept }) => ({ id: broker_id, name, email, ...diaryOf(kept) }))
}

type Kept = {
  version: number | null
  hours: unknown
  travel_minutes: number | null
  review_minutes: number | null
  notice_hours: number | null
  days_ahead: number | null
  video_link: string | null
}

function diaryOf({ version, hours, travel_minutes, notice_hours, ...set }: Kept): DiaryOf {
  const { rules } = USUAL_DIARY
  return {
    version: version ?? USUAL_DIARY.version,
    rules: {
      hours: (hours as WorkingSpan[] | null) ?? rules.hours,
      travel_minutes: travel_minutes ?? rules.travel_minutes,
      notice_hours: notice_hours ?? rules.notice_hours,
    },
    review_minutes: set.review_minutes ?? USUAL_DIARY.review_minutes,
    days_ahead: set.days_ahead ?? USUAL_DIARY.days_ahead,
    video_link: set.video_link,
  }
}

/** @throws Problem 'invalid' where nobody of that name holds reviews in this hub (any more) */
export async function brokerOf(tx: Tx, hub_id: string, id: string): Promise<Broker> {
  const [broker] = await brokersOf(tx, hub_id, id)
  if (!broker) throw new Problem('invalid', 'That person holds no reviews in your hub: choose another', 'broker_id')
  return broker
}

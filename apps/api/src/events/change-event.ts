import type { Tx } from '@hubline/db/connection.ts'
import type { Day } from '@hubline/domain/day.ts'
import { ChangeEvent } from '@hubline/domain/events/plan-event.ts'
import { mustBeFitToPublish } from '@hubline/domain/events/stages.ts'
import { Problem } from '@hubline/domain/problem.ts'
import { changeRecord } from '../records/change-record.ts'
import { writes } from '../trpc.ts'
import { evidenceFollows } from './evidence-of-event.ts'
import { type LockedEvent, lockEvent, moveUp } from './event-places.ts'
import { publicLinkTo } from './public-link.ts'
import { isToBeTold, tellGuests } from './tell-guests.ts'
import { withPlaces } from './with-places.ts'

/** New facts about an event: only what was sent changes. More places go to those who wait. */
export const changeEvent = writes('event:run')
  .input(ChangeEvent)
  .mutation(async ({ ctx: { db, actor, today }, input }) => {
    const { request_id: _, id, version, ...values } = input
    const before = await lockEvent(db, actor.hub_id, id)
    mustHoldThoseBooked(before, values.capacity)
    if (values.held_on && values.held_on > today) await mustNotHaveCome(db, before)
    const made = await changeRecord(db, { kind: 'event', hub_id: actor.hub_id, id, version, values })
    const event = await lockEvent(db, actor.hub_id, id)
    if (event.status === 'published' && event.booking === 'open' && isAboutThePage(values))
      mustBeFitToPublish(event, today)
    if (event.public_token !== null) await publicLinkTo(db, event)
    if (event.sheet_kept !== before.sheet_kept) await evidenceFollows(db, event)
    if (isElsewhere(before, event) && isToBeTold(event, today))
      await tellGuests(db, event, await withPlaces(db, event), 'event_changed')
    const moved_up = await moveUp(db, event, today)
    return { version: made, moved_up: moved_up.length }
  })

/** Whoever has a place must learn where and when to be. */
const isElsewhere = (before: LockedEvent, now: LockedEvent): boolean =>
  (['held_on', 'starts_at', 'ends_at', 'place', 'online_link'] as const).some((fact) => before[fact] !== now[fact])

const isAboutThePage = (values: object): boolean =>
  ['held_on', 'starts_at', 'place', 'online_link'].some((column) => column in values)

function mustHoldThoseBooked({ taken, capacity: before }: LockedEvent, capacity: number | null | undefined): void {
  const fewer = before === null || (capacity ?? 0) < before
  if (capacity && fewer && capacity < taken)
    throw new Problem(
      'invalid',
      `${taken} people have a place already: enter at least ${taken}, or cancel places first`,
      'capacity',
    )
}

/** @throws Problem 'invalid' where somebody is marked as having come */
async function mustNotHaveCome(tx: Tx, { hub_id, id }: { hub_id: string; id: string; held_on: Day }): Promise<void> {
  const came = await tx
    .selectFrom('attendance')
    .select('id')
    .where('hub_id', '=', hub_id)
    .where('event_id', '=', id)
    .where('status', '=', 'attended')
    .where('voided_at', 'is', null)
    .limit(1)
    .executeTakeFirst()
  if (came)
    throw new Problem(
      'invalid',
      'People are marked as having come: an event that took place cannot lie in the future',
      'held_on',
    )
}

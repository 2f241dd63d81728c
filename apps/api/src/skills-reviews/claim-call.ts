import type { Tx } from '@hubline/db/connection.ts'
import type { Day } from '@hubline/domain/day.ts'
import { sent } from '@hubline/domain/fields.ts'
import { CLAIM_MINUTES } from '@hubline/domain/skills-reviews/call-list.ts'
import type { Actor } from '@hubline/domain/staff/permissions.ts'
import { sql } from 'kysely'
import { z } from 'zod'
import { writes } from '../trpc.ts'
import { type CallCard, callCard } from './call-card.ts'
import { type Counts, countsSql, entriesSql, shownSql } from './call-lists-sql.ts'
import { mustBeInUse } from './list-in-use.ts'

type When = { now: Date; today: Day }
type Claiming = { list_id: string; prefer?: string | null | undefined; skip?: string | null | undefined }
/** The business to call next, or none where the list is finished or colleagues have the rest of it. */
export type NextCall = { card: CallCard | null; counts: Counts; with_colleagues: number }

/** Takes the next business of a list, so that nobody else calls it meanwhile. The one that is on the screen stays. */
export const claimCall = writes('review:work')
  .input(
    z.object({
      ...sent,
      id: z.uuid('Choose the call list again'),
      /** An entry to go back to, as after an undo. */
      prefer: z.uuid().nullish(),
      /** An entry to leave for later: it goes to the end of the list. */
      skip: z.uuid().nullish(),
    }),
  )
  .mutation(async ({ ctx: { db, actor, now, today }, input: { id: list_id, prefer, skip } }) => {
    await mustBeInUse(db, actor.hub_id, list_id)
    if (skip) await leaveForLater(db, actor, { list_id, skip, now })
    return nextCall(db, actor, { list_id, prefer, skip }, { now, today })
  })

/** Claims an entry for the actor and gives it as a card. */
export async function nextCall(tx: Tx, actor: Actor, claiming: Claiming, when: When): Promise<NextCall> {
  const { hub_id } = actor
  const entry_id = await claimNext(tx, actor, claiming, when)
  const card = entry_id === undefined ? null : await callCard(tx, { hub_id, id: entry_id, today: when.today })
  const list = { hub_id, list_id: sql`${claiming.list_id}::uuid`, today: when.today }
  const found = await sql<{ counts: Counts; with_colleagues: number }>`
    select ${countsSql(list)} as counts, (select count(*) from ${entriesSql(list)} e
      where ${shownSql('to_call', when.today)} and ${isTaken(actor, when)})::integer as with_colleagues`.execute(tx)
  const [row] = found.rows
  if (!row) throw new Error('A call list was not counted')
  return { card, ...row }
}

/** Somebody else has the entry `e` on the screen. */
const isTaken = (
  { hub_id, adviser_id }: Actor,
  { now }: Pick<When, 'now'>,
) => sql`exists (select from app.call_list_claim m
  where m.hub_id = ${hub_id} and m.call_list_entry_id = e.id and m.adviser_id <> ${adviser_id} and m.until > ${now})`

/** A colleague may take the same business in the same moment; then there is another. */
const TRIES = 5

async function claimNext(tx: Tx, actor: Actor, claiming: Claiming, when: When): Promise<string | undefined> {
  for (let tries = 0; tries < TRIES; tries++) {
    const next = await nextFree(tx, actor, claiming, when)
    if (next !== undefined && !(await claim(tx, actor, next, when.now))) continue
    await letGoOfOthers(tx, actor, { ...claiming, next, now: when.now })
    return next
  }
  return undefined
}

/**
 * Own claims come first, so that a page that is loaded again shows the same business; then those put off until today,
 * then the order of the list.
 */
async function nextFree(
  tx: Tx,
  actor: Actor,
  { list_id, prefer, skip }: Claiming,
  when: When,
): Promise<string | undefined> {
  const { hub_id, adviser_id } = actor
  const list = { hub_id, list_id: sql`${list_id}::uuid`, today: when.today }
  const mine = sql`exists (select from app.call_list_claim m where m.hub_id = ${hub_id} and m.call_list_entry_id = e.id
    and m.adviser_id = ${adviser_id} and m.until > ${when.now})`
  const found = await sql<{ id: string }>`
    select t.id from app.call_list_entry t join ${entriesSql(list)} e on e.id = t.id
      join app.call_list l on l.hub_id = t.hub_id and l.id = t.call_list_id and l.voided_at is null
    where t.hub_id = ${hub_id} and ${shownSql('to_call', when.today)} and not ${isTaken(actor, when)}
    order by e.id is not distinct from ${prefer ?? null}::uuid desc, e.id is not distinct from ${skip ?? null}::uuid, ${mine} desc,
      e.outcome is null, e.place, e.id
    limit 1 for update of t skip locked`.execute(tx)
  return found.rows[0]?.id
}

/** Whether nobody else has the entry: then it is the actor's for some minutes. */
async function claim(tx: Tx, { hub_id, adviser_id }: Actor, call_list_entry_id: string, now: Date): Promise<boolean> {
  const until = new Date(now.getTime() + CLAIM_MINUTES * 60_000)
  const claimed = await tx
    .insertInto('call_list_claim')
    .values({ hub_id, call_list_entry_id, adviser_id, until })
    .onConflict((conflict) =>
      conflict
        .columns(['hub_id', 'call_list_entry_id'])
        .doUpdateSet({ adviser_id, until })
        .where((eb) =>
          eb.or([eb('call_list_claim.adviser_id', '=', adviser_id), eb('call_list_claim.until', '<=', now)]),
        ),
    )
    .returning('until')
    .executeTakeFirst()
  return claimed !== undefined
}

type Letting = Claiming & { next: string | undefined; now: Date }

/** A person has one business of a list on the screen. */
const letGoOfOthers = (tx: Tx, { hub_id, adviser_id }: Actor, { list_id, next, now }: Letting) =>
  sql`update app.call_list_claim m set until = ${now} from app.call_list_entry e
    where m.hub_id = ${hub_id} and m.adviser_id = ${adviser_id} and m.until > ${now} and e.hub_id = m.hub_id
      and e.id = m.call_list_entry_id and e.call_list_id = ${list_id} and e.id is distinct from ${next ?? null}::uuid`.execute(
    tx,
  )

/** To the end of the list, where the one who left it comes upon it again. */
async function leaveForLater(
  tx: Tx,
  { hub_id, adviser_id }: Actor,
  { list_id, skip, now }: { list_id: string; skip: string; now: Date },
): Promise<void> {
  await sql`update app.call_list_entry e set place = (select max(o.place) + 1 from app.call_list_entry o where o.hub_id = ${hub_id} and o.call_list_id = ${list_id})
    where e.hub_id = ${hub_id} and e.call_list_id = ${list_id} and e.id = ${skip} and e.outcome is null and e.voided_at is null
      and exists (select from app.call_list_claim m where m.hub_id = ${hub_id} and m.call_list_entry_id = e.id and m.adviser_id = ${adviser_id} and m.until > ${now})`.execute(
    tx,
  )
}

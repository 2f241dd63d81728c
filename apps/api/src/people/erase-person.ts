import type { Tx } from '@hubline/db/connection.ts'
import { ErasePerson } from '@hubline/domain/people/erase-person.ts'
import { Problem } from '@hubline/domain/problem.ts'
import { type Went, keepErasure } from '@hubline/reporting/sign-off/erasures.ts'
import { sql } from 'kysely'
import { documentsThatMayName, keepForLook } from '../documents/to-look-through.ts'
import { writes } from '../trpc.ts'
import { keepYearsStill } from '../years/year-steps.ts'
import { erasureOf } from './erasure-of.ts'

/**
 * Takes away everything by which a person is known, here and in every former version, and leaves what figures count.
 * It cannot be taken back.
 */
export const erasePerson = writes('client:erase')
  .input(ErasePerson)
  .mutation(async ({ ctx: { db, actor }, input: { id, version, reason, typed } }) => {
    const { hub_id, adviser_id, name } = actor
    // A sign-off that began before would keep the name in its lists.
    if (!(await keepYearsStill(db, hub_id)))
      throw new Problem('stale', 'A year of your hub is being moved on just now: erase again in a minute')
    // One at a time in a hub: each certificate is chained to the one before.
    await sql`select pg_advisory_xact_lock(hashtextextended(${`erasure ${hub_id}`}, 0))`.execute(db)
    await sql`select set_config('statement_timeout', '300000', true)`.execute(db)
    const { reference } = await erasable(db, { hub_id, id, version, typed })
    const people = await db
      .selectFrom('person')
      .select('id')
      .where('hub_id', '=', hub_id)
      .where('counts_as_id', '=', id)
      .orderBy('id')
      .execute()
    const person_ids = people.map((one) => one.id)
    const documents = await documentsThatMayName(db, { hub_id, person_ids })
    const { rows } = await sql<{ kind: string; records: string; former: string }>`
      select kind, records, former from app.erase_person(${id})`.execute(db)
    const went = rows.map(({ kind, records, former }): Went => [kind, Number(records), Number(former)])
    const kept = await keepErasure(db, {
      hub_id,
      person_ids,
      reference,
      reason,
      erased_by: adviser_id,
      erased_by_name: name,
      went,
    })
    const to_look_through = await keepForLook(db, { hub_id, number: kept.number, documents })
    return { ...kept, to_look_through }
  })

type Asked = { hub_id: string; id: string; version: number; typed: string }

/** @throws Problem 'not_found', 'stale', 'invalid' */
async function erasable(tx: Tx, { hub_id, id, version, typed }: Asked) {
  const person = await tx
    .selectFrom('person')
    .select(['reference', 'version', 'merged_into_id'])
    .where('hub_id', '=', hub_id)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (!person) throw new Problem('not_found', 'That person is not in your hub: find them by name')
  if (await erasureOf(tx, hub_id, id)) throw new Problem('invalid', `${person.reference} was erased already`)
  if (typed !== person.reference) throw new Problem('invalid', `Type the reference ${person.reference}`, 'typed')
  if (person.version !== version)
    throw new Problem('stale', 'Somebody changed this person a moment ago: reload the page and look again')
  if (person.merged_into_id !== null)
    throw new Problem('invalid', 'This record is part of another: erase the person there')
  return person
}

import { FlagBusiness, WithdrawFlag } from '@hubline/domain/businesses/business-flags.ts'
import { z } from 'zod'
import { sql } from 'kysely'
import { changeRecord } from '../records/change-record.ts'
import { idsOf } from '../records/client.ts'
import { mustBeClients } from '../records/must-be-clients.ts'
import { nextReference } from '../records/next-reference.ts'
import { reads, writes } from '../trpc.ts'

/** What advisers said of a business, or of a record merged into it, newest first. */
export const businessFlags = reads('client:read')
  .input(z.object({ id: z.uuid() }))
  .query(({ ctx: { db, actor }, input }) =>
    db
      .selectFrom('business_flag as f')
      .innerJoin('adviser as a', (join) =>
        join.onRef('a.hub_id', '=', 'f.hub_id').onRef('a.id', '=', 'f.flagged_by_id'),
      )
      .select(['f.id', 'f.version', 'f.flag', 'f.flagged_on', 'f.reason', 'a.name as flagged_by'])
      .where('f.hub_id', '=', actor.hub_id)
      .where(sql<boolean>`f.business_id = any (${idsOf('business', actor.hub_id, sql`${input.id}::uuid`)})`)
      .where('f.voided_at', 'is', null)
      .orderBy('f.flagged_on', 'desc')
      .orderBy('f.id', 'desc')
      .limit(20)
      .execute(),
  )

/** An adviser's judgement of a business, as of today. */
export const flagBusiness = writes('client:change')
  .input(FlagBusiness)
  .mutation(async ({ ctx: { db, actor, today }, input }) => {
    const { request_id: _, ...facts } = input
    await mustBeClients(db, actor.hub_id, facts)
    const reference = await nextReference(db, 'business_flag', today)
    const own = { hub_id: actor.hub_id, reference, flagged_on: today, flagged_by_id: actor.adviser_id }
    return db
      .insertInto('business_flag')
      .values({ ...facts, ...own })
      .returning(['id', 'version'])
      .executeTakeFirstOrThrow()
  })

/** Takes back a judgement that was made in error: it counts no more, and stays in the history. */
export const withdrawFlag = writes('client:change')
  .input(WithdrawFlag)
  .mutation(async ({ ctx: { db, actor }, input: { id, version, void_reason } }) => {
    const values = { voided_at: sql`now()`, voided_by: actor.adviser_id, void_reason }
    return { version: await changeRecord(db, { kind: 'business_flag', hub_id: actor.hub_id, id, version, values }) }
  })

import type { Award } from '@hubline/domain/grants/minimal-assistance.ts'
import { sql } from 'kysely'
import { z } from 'zod'
import { idsOf } from '../records/client.ts'
import { reads } from '../trpc.ts'

const MOST_AWARDS = 500

/** The awards of a business, and of records merged into it, newest first: what minimal financial assistance is reckoned from. */
export const assistance = reads('client:read')
  .input(z.object({ id: z.uuid() }))
  .query(async ({ ctx: { db, actor }, input }): Promise<Award[]> => {
    const rows = await db
      .selectFrom('grant_award')
      .select(['reference', 'scheme', 'regime', 'status', 'amount_pence', 'accepted_on'])
      .where('hub_id', '=', actor.hub_id)
      .where(sql<boolean>`business_id = any (${idsOf('business', actor.hub_id, sql`${input.id}::uuid`)})`)
      .where('accepted_on', 'is not', null)
      .where('voided_at', 'is', null)
      .orderBy('accepted_on', 'desc')
      .orderBy('id', 'desc')
      .limit(MOST_AWARDS)
      .execute()
    return rows.map(({ amount_pence, ...award }) => ({ ...award, amount_pence: Number(amount_pence) })) as Award[]
  })

import type { Tx } from '@hubline/db/connection.ts'
import type { Day } from '@hubline/domain/day.ts'
import { skillsReviewsOffered } from '@hubline/domain/indicators/packs/headline/skills-reviews-offered.ts'
import type { OfferCount } from '@hubline/domain/skills-reviews/offer-count.ts'
import { yearOf } from '@hubline/domain/years/year.ts'
import { countsFor } from '@hubline/reporting/units.ts'
import { sql } from 'kysely'
import { idsOf } from '../records/client.ts'

/** Whether an offer is the one by which its business counts, as the figure itself sees it. */
export async function doesItCount(
  tx: Tx,
  {
    hub_id,
    business_id,
    review_id,
    offered_on,
  }: { hub_id: string; business_id: string; review_id: string; offered_on: Day },
): Promise<OfferCount> {
  const year = yearOf(offered_on)
  const survivor = sql`(select b.counts_as_id from app.business b where b.hub_id = ${hub_id} and b.id = ${business_id})`
  const members = await sql<{ ids: string[] }>`select ${idsOf('business', hub_id, survivor)} as ids`.execute(tx)
  const client_ids = members.rows[0]?.ids ?? []
  const [figure] = await countsFor(tx, [skillsReviewsOffered], { hub_id, year, client_ids })
  if (!figure) return { counts: 'out_of_area', year }
  const other = figure.because.find(({ id }) => id !== review_id)
  return other ? { counts: 'already', year, since: other.on } : { counts: 'newly', year }
}

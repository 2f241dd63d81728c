import { DECLINE_REASONS, type DeclineReason } from '@hubline/domain/skills-reviews/decline-reasons.ts'
import { FUNNEL_PLACES, type FunnelPlace } from '@hubline/domain/skills-reviews/funnel.ts'
import { sql } from 'kysely'
import { reads } from '../trpc.ts'
import { AskReviews, askedSql, placeSql, reviewsFrom } from './reviews-sql.ts'

const AskFunnel = AskReviews.omit({ at: true, reason: true })
type Reason = DeclineReason | 'none'

/** How many reviews reached each step and where the others stayed: every number is the length of the list it opens. */
export const funnel = reads('review:read')
  .input(AskFunnel)
  .query(async ({ ctx: { db, actor, now }, input }) => {
    const scope = { hub_id: actor.hub_id, now }
    const places = FUNNEL_PLACES.map(
      (place) => sql`(count(*) filter (where ${placeSql(place, scope)}))::integer as ${sql.ref(place)}`,
    )
    const declined = placeSql('declined', scope)
    const reasons = [...DECLINE_REASONS, 'none' as const].map((reason) => {
      const given = reason === 'none' ? sql`r.decline_reason is null` : sql`r.decline_reason = ${reason}`
      return sql`(count(*) filter (where ${declined} and ${given}))::integer as ${sql.ref(`because_${reason}`)}`
    })
    const found = await sql<Record<FunnelPlace | `because_${Reason}`, number>>`
      select ${sql.join([...places, ...reasons])} from ${reviewsFrom} where ${askedSql(input, scope)}`.execute(db)
    const [row] = found.rows
    const count = (name: FunnelPlace | `because_${Reason}`) => row?.[name] ?? 0
    return {
      places: Object.fromEntries(FUNNEL_PLACES.map((place) => [place, count(place)])) as Record<FunnelPlace, number>,
      reasons: ([...DECLINE_REASONS, 'none'] as const)
        .map((reason) => ({ reason, reviews: count(`because_${reason}`) }))
        .filter(({ reviews }) => reviews > 0),
    }
  })

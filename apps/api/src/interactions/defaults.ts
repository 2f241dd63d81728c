import type { Channel, InteractionKind } from '@hubline/domain/interactions/interactions-file.ts'
import type { Day } from '@hubline/domain/day.ts'
import { sql } from 'kysely'
import type { ClientKind } from '../records/client.ts'
import { reads } from '../trpc.ts'

/** A client whom the adviser is likely to log next: of an own open case, the next step that is due first on top. */
export type Suggestion = {
  kind: ClientKind
  id: string
  reference: string
  name: string
  case_id: string
  case_reference: string
  next_step: string | null
  next_on: Day | null
}

type Last = { kind: InteractionKind; channel: Channel; minutes: number }

/** What the form is filled with: what the adviser used last, today, and the clients of own open cases. */
export const defaults = reads('interaction:log').query(async ({ ctx: { db, actor, today } }) => {
  const last = await sql<Last>`select i.kind, i.channel, i.minutes from app.interaction i
    where i.hub_id = ${actor.hub_id} and i.adviser_id = ${actor.adviser_id} and i.occurred_on <= ${today} and i.voided_at is null
    order by i.occurred_on desc, i.id desc limit 1`.execute(db)
  const suggestions = await sql<Suggestion>`
    select case when k.business_id is not null then 'business' else 'person' end as kind, coalesce(b.id, p.id) as id,
      coalesce(b.reference, p.reference) as reference, coalesce(b.name, p.given_name || ' ' || p.family_name) as name,
      k.id as case_id, k.reference as case_reference, k.next_step, k.next_on
    from app."case" k
      left join app.business q on q.hub_id = k.hub_id and q.id = k.business_id
      left join app.business b on b.hub_id = q.hub_id and b.id = q.counts_as_id
      left join app.person r on r.hub_id = k.hub_id and r.id = k.person_id and k.business_id is null
      left join app.person p on p.hub_id = r.hub_id and p.id = r.counts_as_id
    where k.hub_id = ${actor.hub_id} and k.owner_id = ${actor.adviser_id} and k.status <> 'closed' and k.voided_at is null
    order by k.next_on nulls last, k.id limit 6`.execute(db)
  const usual: Last = last.rows[0] ?? { kind: 'advice_session', channel: 'telephone', minutes: 30 }
  return { ...usual, occurred_on: today, suggestions: suggestions.rows }
})

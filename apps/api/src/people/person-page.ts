import type { PersonTable } from '@hubline/db/schema.ts'
import type { Day } from '@hubline/domain/day.ts'
import { sql } from 'kysely'
import type { Selectable } from 'kysely'
import { z } from 'zod'
import { clientPage } from '../records/client-page.ts'
import { reads } from '../trpc.ts'
import { erasureOf } from './erasure-of.ts'

const FACTS = [
  'id',
  'version',
  'reference',
  'given_name',
  'family_name',
  'email',
  'phone',
  'postcode',
  'district_code',
  'located_in',
  'trading_since',
  'mailings',
  'mailings_on',
  'void_reason',
] as const satisfies readonly (keyof PersonTable)[]

type Facts = Pick<Selectable<PersonTable>, (typeof FACTS)[number]>

/** A business where the person works or worked. */
type Role = {
  role_id: string
  role_version: number
  business: { id: string; reference: string; name: string }
  job_title: string | null
  is_main: boolean | null
  from_on: Day | null
  to_on: Day | null
}

const businesses = sql`
  select r.id as role_id, r.version as role_version, json_build_object('id', b.id, 'reference', b.reference, 'name', b.name) as business,
    r.job_title, r.is_main, r.from_on, r.to_on
  from app.business_role r join app.business q on q.hub_id = r.hub_id and q.id = r.business_id
    join app.business b on b.hub_id = q.hub_id and b.id = q.counts_as_id
  where r.hub_id = c.hub_id and r.person_id = any (c.ids) and r.voided_at is null and b.voided_at is null
  order by r.to_on is not null, r.is_main desc nulls last, b.name, r.id limit 100`

/** Everything that the page of a person shows. */
export const personPage = reads('client:read')
  .input(z.object({ reference: z.string().min(1).max(200) }))
  .query(async ({ ctx: { db, actor, today }, input }) => {
    const { facts, ...rest } = await clientPage<Facts, Role>(db, {
      client: 'person',
      hub_id: actor.hub_id,
      reference: input.reference,
      today,
      facts: FACTS,
      roles: businesses,
    })
    const erasure = await erasureOf(db, actor.hub_id, facts.id)
    return { erasure: erasure ?? null, person: { ...facts, name: `${facts.given_name} ${facts.family_name}` }, ...rest }
  })

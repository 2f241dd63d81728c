import type { BusinessTable } from '@hubline/db/schema.ts'
import type { Day } from '@hubline/domain/day.ts'
import { sql } from 'kysely'
import type { Selectable } from 'kysely'
import { z } from 'zod'
import { clientPage } from '../records/client-page.ts'
import { reads } from '../trpc.ts'

const FACTS = [
  'id',
  'version',
  'reference',
  'name',
  'trading_name',
  'legal_form',
  'company_number',
  'charity_number',
  'vat_number',
  'sic_code',
  'trading_status',
  'incorporated_on',
  'trading_since',
  'address',
  'town',
  'postcode',
  'district_code',
  'located_in',
  'turnover_pence',
  'measured_on',
  'website',
  'phone',
  'email',
  'void_reason',
] as const satisfies readonly (keyof BusinessTable)[]

type Facts = Pick<Selectable<BusinessTable>, (typeof FACTS)[number]> & { employees_fte: number | null }

/** A person who works, or worked, at the business. */
type Role = {
  role_id: string
  role_version: number
  id: string
  reference: string
  name: string
  job_title: string | null
  is_main: boolean | null
  from_on: Day | null
  to_on: Day | null
  email: string | null
  phone: string | null
}

const people = sql`
  select r.id as role_id, r.version as role_version, p.id, p.reference, p.given_name || ' ' || p.family_name as name, r.job_title, r.is_main,
    r.from_on, r.to_on, p.email, p.phone
  from app.business_role r join app.person q on q.hub_id = r.hub_id and q.id = r.person_id
    join app.person p on p.hub_id = q.hub_id and p.id = q.counts_as_id
  where r.hub_id = c.hub_id and r.business_id = any (c.ids) and r.voided_at is null and p.voided_at is null
  order by r.to_on is not null, r.is_main desc nulls last, p.family_name, r.id limit 100`

/** Everything that the page of a business shows, but its indicators. */
export const businessPage = reads('client:read')
  .input(z.object({ reference: z.string().min(1).max(200) }))
  .query(async ({ ctx: { db, actor, today }, input }) => {
    const { facts, roles, ...rest } = await clientPage<Facts, Role>(db, {
      client: 'business',
      hub_id: actor.hub_id,
      reference: input.reference,
      today,
      facts: [...FACTS, 'employees_fte'],
      roles: people,
    })
    return { business: facts, people: roles, ...rest }
  })

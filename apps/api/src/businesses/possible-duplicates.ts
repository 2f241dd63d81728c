import { type KnownBusiness, matchBusinesses } from '@hubline/domain/businesses/matching.ts'
import { normaliseCompanyNumber, normaliseName } from '@hubline/domain/businesses/identifiers.ts'
import { ownDomain } from '@hubline/domain/businesses/mail.ts'
import { DescribedBusiness } from '@hubline/domain/businesses/register-business.ts'
import { sql } from 'kysely'
import { reads } from '../trpc.ts'
import { type Candidate, ranked } from './candidates.ts'

type Row = KnownBusiness & { id: string; reference: string; town: string | null; postcode: string | null }

const SIEVED = 20

/** Businesses that the one being described may be already, the likeliest first, each with the reason in words. */
export const possibleDuplicates = reads('client:read')
  .input(DescribedBusiness)
  .query(async ({ ctx: { db, actor }, input }): Promise<{ candidates: Candidate[] }> => {
    const blank = (text: string | null | undefined) => text?.trim() || null
    const found = await sql<Row>`
      select b.id, b.reference, b.name, b.trading_name, b.company_number, b.charity_number, b.town, b.postcode, b.email, b.phone
      from app.similar_businesses(${normaliseName(input.name)}, ${normaliseCompanyNumber(input.company_number ?? '') ?? null}, ${blank(input.charity_number)}, ${blank(input.postcode)},
        ${blank(input.email)}, ${ownDomain(input.email ?? '') ?? null}, ${blank(input.phone)}, ${SIEVED}) s
      join app.business b on b.hub_id = ${actor.hub_id} and b.id = s.id
      where b.voided_at is null and b.merged_into_id is null`.execute(db)
    return { candidates: ranked(found.rows.map((row) => ({ ...row, ...matchBusinesses(input, row) }))) }
  })

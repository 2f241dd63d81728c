import { type KnownPerson, matchPeople } from '@hubline/domain/people/matching-people.ts'
import { DescribedPerson } from '@hubline/domain/people/register-person.ts'
import { sql } from 'kysely'
import { type Candidate, ranked } from '../businesses/candidates.ts'
import { reads } from '../trpc.ts'

type Row = KnownPerson & { id: string; reference: string; postcode: string | null }

const SIEVED = 20

/** People whom the one being described may be already, the likeliest first, each with the reason in words. */
export const possibleDuplicates = reads('client:read')
  .input(DescribedPerson)
  .query(async ({ ctx: { db, actor }, input }): Promise<{ candidates: Candidate[] }> => {
    const blank = (text: string | null | undefined) => text?.trim() || null
    const name = `${input.given_name} ${input.family_name}`.trim()
    const found = await sql<Row>`select p.id, p.reference, p.given_name, p.family_name, p.email, p.phone, p.postcode
      from app.similar_people(${name}, ${blank(input.email)}, ${blank(input.phone)}, ${blank(input.postcode)}, ${SIEVED}) s
      join app.person p on p.hub_id = ${actor.hub_id} and p.id = s.id
      where p.voided_at is null and p.merged_into_id is null`.execute(db)
    return {
      candidates: ranked(
        found.rows.map((row) => ({ ...row, ...matchPeople(input, row), name: `${row.given_name} ${row.family_name}` })),
      ),
    }
  })

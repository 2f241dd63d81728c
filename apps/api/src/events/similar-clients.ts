import type { Tx } from '@hubline/db/connection.ts'
import { normaliseName } from '@hubline/domain/businesses/identifiers.ts'
import { type KnownBusiness, matchBusinesses } from '@hubline/domain/businesses/matching.ts'
import { ownDomain } from '@hubline/domain/businesses/mail.ts'
import type { Attendee } from '@hubline/domain/events/match-attendee.ts'
import { type KnownPerson, matchPeople } from '@hubline/domain/people/matching-people.ts'
import { sql } from 'kysely'
import { type Candidate, ranked } from '../businesses/candidates.ts'

const SIEVED = 20
const blank = (text: string | null | undefined) => text?.trim() || null

export type PersonOnRecord = KnownPerson & { id: string; reference: string; postcode: string | null }

/** People on record who are at all like somebody, for the rules to judge. */
export async function peopleLike(tx: Tx, hub_id: string, who: Attendee): Promise<PersonOnRecord[]> {
  const name = `${who.given_name} ${who.family_name}`.trim()
  const found =
    await sql<PersonOnRecord>`select p.id, p.reference, p.given_name, p.family_name, p.email, p.phone, p.postcode
    from app.similar_people(${name}, ${blank(who.email)}, ${blank(who.phone)}, ${blank(who.postcode)}, ${SIEVED}) s
    join app.person p on p.hub_id = ${hub_id} and p.id = s.id
    where p.voided_at is null and p.merged_into_id is null`.execute(tx)
  return found.rows
}

/** The people whom somebody may be, similar names first, each with the reason in words. */
export const rankedPeople = (who: Attendee, people: readonly PersonOnRecord[]): Candidate[] =>
  ranked(people.map((row) => ({ ...row, ...matchPeople(who, row), name: `${row.given_name} ${row.family_name}` })))

type BusinessRow = KnownBusiness & { id: string; reference: string; town: string | null; postcode: string | null }

/** The businesses that go by a name like the one that somebody gave; their own mail's domain is a sign too. */
export async function rankedBusinesses(tx: Tx, hub_id: string, who: Attendee): Promise<Candidate[]> {
  const name = who.business_name ?? ''
  const email = ownDomain(who.email ?? '') === undefined ? null : blank(who.email)
  if (name.trim() === '' && email === null) return []
  const found = await sql<BusinessRow>`
    select b.id, b.reference, b.name, b.trading_name, b.company_number, b.charity_number, b.town, b.postcode, b.email, b.phone
    from app.similar_businesses(${normaliseName(name)}, null, null, null, ${email}, ${ownDomain(email ?? '') ?? null}, null, ${SIEVED}) s
    join app.business b on b.hub_id = ${hub_id} and b.id = s.id
    where b.voided_at is null and b.merged_into_id is null`.execute(tx)
  return ranked(found.rows.map((row) => ({ ...row, ...matchBusinesses({ name, email }, row) })))
}

export type Workplace = { id: string; reference: string; name: string; trading_name: string | null }

/** Where people work now, by person. */
export async function workplacesOf(
  tx: Tx,
  hub_id: string,
  people: readonly string[],
): Promise<ReadonlyMap<string, readonly Workplace[]>> {
  const found = await sql<Workplace & { person_id: string }>`
    select distinct r.person_id, b.id, b.reference, b.name, b.trading_name
    from app.business_role r join app.business q on q.hub_id = r.hub_id and q.id = r.business_id
      join app.business b on b.hub_id = q.hub_id and b.id = q.counts_as_id
    where r.hub_id = ${hub_id} and r.person_id = any (${[...people]}::uuid[]) and r.to_on is null and r.voided_at is null and b.voided_at is null
    order by b.name, b.id limit 500`.execute(tx)
  return Map.groupBy(found.rows, ({ person_id }) => person_id)
}

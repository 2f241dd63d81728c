import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { randomBundle } from '../recount/random-bundle.ts'
import { aHubWith } from './bundle.ts'
import type { TestHub } from './hub.ts'

/**
 * A random hub that reports to both funders: a programme of each framework, with most of the work, grants and outcomes in
 * one of the two, well proven, so that every figure has something to count and something that comes near.
 */
export async function aReportingHub(seed: number, size: number): Promise<TestHub> {
  const hub = await aHubWith(randomBundle(seed, size, 50))
  const [erdf, ukspf, ...others] = await hub.as('manager').programmes.list()
  if (!erdf || !ukspf) throw new Error('A random hub has programmes')
  for (const [{ id }, framework] of [
    [erdf, 'erdf'],
    [ukspf, 'ukspf'],
  ] as const)
    await hub.as('manager').programmes.setFramework({ request_id: randomUUID(), id, version: 1, framework })
  const programme = sql`case mod(abs(hashtext(reference)), 3) when 0 then ${erdf.id}::uuid when 1 then ${ukspf.id}::uuid else ${others[0]?.id ?? null}::uuid end`
  const oneOfTwo = sql`case mod(abs(hashtext(reference)), 2) when 0 then ${erdf.id}::uuid else ${ukspf.id}::uuid end`
  const isProven = sql`mod(abs(hashtext(reference)), 5) < 4`
  const proven = sql`case when ${isProven} then 'verified' else evidence_level end`
  await hub.inside(async (tx) => {
    await sql`update interaction set programme_id = ${programme}, evidence_level = ${proven}, minutes = least(600, minutes * 3)`.execute(
      tx,
    )
    await sql`update diagnostic set evidence_level = ${proven}`.execute(tx)
    await sql`update attendance set evidence_level = ${proven}`.execute(tx)
    await sql`update event set programme_id = ${programme}`.execute(tx)
    await sql`update grant_award set programme_id = ${programme}, status = 'paid', accepted_on = offered_on, paid_on = offered_on + 30`.execute(
      tx,
    )
    await sql`update outcome set programme_id = ${oneOfTwo}, evidence_level = ${proven}`.execute(tx)
    await sql`update outcome set state = 'verified', verified_on = occurred_on + 14, verified_by_id = ${hub.advisers.manager}::uuid
      where state in ('evidenced', 'claimed', 'contracted') and ${isProven}`.execute(tx)
    await sql`update programme set starts_on = null, ends_on = null`.execute(tx)
  })
  return hub
}

import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { Bundle, Row } from '../recount/read-bundle.ts'
import { bundleOf, randomHub } from '../recount/random-hub.ts'
import { aHubWith } from './bundle.ts'
import type { TestHub } from './hub.ts'

/** Which table holds the records of a file, where that is not its name without the last letter. */
const TABLES: Readonly<Record<string, string>> = {
  businesses: 'business',
  skills_reviews: 'skills_review',
  enquiries: 'enquiry',
  grants: 'grant_award',
  partner_support: 'partner_support',
  capital_funding: 'capital_funding',
}
export const tableOf = (file: string): string => TABLES[file] ?? file.replace(/s$/, '')

/** A random hub with all that its rows say, and those rows. */
export async function aRandomHub(seed: number, size: number): Promise<{ hub: TestHub; bundle: Bundle }> {
  const bundle = randomHub(seed, size)
  const hub = await aHubWith(bundleOf(bundle))
  await reportProgrammes(hub, bundle['programmes'] ?? [])
  await hub.inside(async (tx) => {
    const facts = (rows: readonly Row[]) => JSON.stringify(rows)
    await sql`update event e set programme_id = g.id
      from jsonb_to_recordset(${facts(bundle['events'] ?? [])}::jsonb) as r (reference text, programme_reference text)
      join programme g on g.reference = r.programme_reference where e.reference = r.reference`.execute(tx)
    await sql`update participation t set milestone_1_on = nullif(r.milestone_1_on, '')::date,
        milestone_2_on = nullif(r.milestone_2_on, '')::date, milestone_3_on = nullif(r.milestone_3_on, '')::date
      from jsonb_to_recordset(${facts(bundle['participations'] ?? [])}::jsonb)
        as r (reference text, milestone_1_on text, milestone_2_on text, milestone_3_on text) where t.reference = r.reference`.execute(
      tx,
    )
    await sql`insert into business_flag (reference, business_id, flag, flagged_on, reason, flagged_by_id)
      select r.reference, b.id, 'scaleup_potential', r.flagged_on::date, 'Three new export markets', ${hub.advisers.adviser}::uuid
      from jsonb_to_recordset(${facts(bundle['business_flags'] ?? [])}::jsonb) as r (reference text, business_reference text, flagged_on text)
      join business b on b.reference = r.business_reference`.execute(tx)
    for (const [file, rows] of Object.entries(bundle)) {
      const voided = rows.flatMap((row) => (row['voided'] === 'yes' ? [row['reference'] ?? ''] : []))
      if (voided.length > 0)
        await sql`update ${sql.table(tableOf(file))} set voided_at = now(), void_reason = 'Entered in error'
          where reference = any(${voided}::text[])`.execute(tx)
    }
  })
  return { hub, bundle }
}

/** Each programme under its framework; one that was agreed before keeps the version that was in force then. */
async function reportProgrammes(hub: TestHub, rows: readonly Row[]): Promise<void> {
  const listed = new Map((await hub.as('manager').programmes.list()).map((each) => [each.reference, each]))
  for (const { reference = '', framework, definition_version, minimum_minutes } of rows) {
    const found = listed.get(reference)
    if (!found || (framework !== 'erdf' && framework !== 'ukspf')) continue
    const { id, version } = found
    const changed = { request_id: randomUUID(), id, version, framework } as const
    await hub.as('manager').programmes.setFramework({ ...changed, ...(minimum_minutes && { minimum_minutes }) })
    await hub.inside((tx) =>
      sql`update programme set definition_version = ${Number(definition_version)} where id = ${id} and definition_version <> ${Number(definition_version)}`.execute(
        tx,
      ),
    )
  }
}

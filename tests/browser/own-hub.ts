import { openDatabase } from '@hubline/api/database.ts'
import type { FileInMemory } from '@hubline/api/imports/bundle-source.ts'
import { importBundle } from '@hubline/api/imports/import-bundle.ts'
import { makeDemonstrationAccounts } from '@hubline/api/staff/demonstration-accounts.ts'
import { doorOf } from '@hubline/api/staff/front-door.ts'
import { makeHub } from '@hubline/api/staff/make-hub.ts'
import * as pg from 'pg'

export type OwnHub = {
  hub_id: string
  /** As the database's own administrator: for letting time go by. */
  sql: (query: string, values: unknown[]) => Promise<void>
  close: () => Promise<void>
}

/**
 * A hub of its own on the server of the run, so that its figures move by what one test does and by nothing else: so many
 * businesses with a contact each, a course of a college, and `broker@`, `manager@` and `adviser@<slug>.example`.
 */
export async function anOwnHub(slug: string, businesses: number): Promise<OwnHub> {
  const database = await openDatabase({ database_url: undefined, data: process.env['HUBLINE_SERVED_DATA'] ?? '' })
  const owner = new pg.Client({ connectionString: database.url })
  await owner.connect()
  const hub_id = await makeHub(database.url, { slug, name: 'Saltglaze Hub', is_demonstration: true })
  const source = bundleOf(slug, businesses)
  const { accepted, problems } = await importBundle({ pool: database.pool, hub_id, source, now: new Date() })
  if (!accepted) throw new Error(`The hub could not move in: ${problems} problems`)
  await makeDemonstrationAccounts(doorOf(database.front_door))
  return {
    hub_id,
    sql: async (query, values) => void (await owner.query(query, values)),
    close: async () => {
      await owner.end()
      await database.close()
    },
  }
}

const ROLES = { broker: 'skills_broker', manager: 'manager', adviser: 'adviser' } as const

function bundleOf(slug: string, businesses: number): FileInMemory[] {
  const numbers = Array.from({ length: businesses }, (_, at) => at + 1)
  return [
    file('organisations', [{ reference: 'ORG-1', name: 'Saltglaze College', kind: 'college' }]),
    file(
      'advisers',
      Object.entries(ROLES).map(([name, role]) => ({ email: `${name}@${slug}.example`, name: `${name} Marsh`, role })),
    ),
    file(
      'businesses',
      numbers.map((n) => ({ reference: `B-${n}`, name: `Saltglaze Works ${n} Ltd`, legal_form: 'limited_company' })),
    ),
    file(
      'people',
      numbers.map((n) => ({
        reference: `P-${n}`,
        given_name: 'Jo',
        family_name: `Marsh ${n}`,
        email: `jo${n}@saltglaze.example`,
      })),
    ),
    file(
      'business_roles',
      numbers.map((n) => ({
        person_reference: `P-${n}`,
        business_reference: `B-${n}`,
        job_title: 'Owner',
        is_main: 'yes',
      })),
    ),
    file('courses', [
      {
        reference: 'CR-1',
        title: 'Supervisory management',
        organisation_reference: 'ORG-1',
        level: '3',
        kind: 'short_course',
      },
    ]),
  ]
}

const file = (name: string, rows: Record<string, string>[]): FileInMemory => ({
  file: `${name}.csv`,
  columns: Object.keys(rows[0] ?? {}),
  rows,
})

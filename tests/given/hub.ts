import { randomBytes, randomUUID } from 'node:crypto'
import { type RequestContext, createCallerFactory } from '@hubline/api/trpc.ts'
import { appRouter } from '@hubline/api/router.ts'
import { type Tx, inHub } from '@hubline/db/connection.ts'
import { hashOf } from '@hubline/db/door.ts'
import { type Role, STAFF_ROLES } from '@hubline/domain/staff/permissions.ts'
import { type TestDatabase, aDatabase } from './database.ts'

const callerFor = createCallerFactory(appRouter)
export type Caller = ReturnType<typeof callerFor>

export type TestHub = {
  database: TestDatabase
  hub_id: string
  slug: string
  /** The adviser record of each role's person. */
  advisers: Readonly<Record<Role, string>>
  /** The secret of a signed-in session of each role's person. */
  tokens: Readonly<Record<Role, string>>
  /** The API as a signed-in person of this hub; `where` changes what the server is like. */
  as: (role: Role, where?: Partial<RequestContext>) => Caller
  /** Work inside the hub as the database holds it, with nobody signed in. */
  inside: <T>(work: (tx: Tx) => Promise<T>) => Promise<T>
  aBusiness: (facts?: Partial<BusinessFacts>) => Promise<Made>
  aPerson: (facts?: Partial<PersonFacts>) => Promise<Made>
}

export type Made = { id: string; reference: string }
type BusinessFacts = {
  name: string
  reference: string
  district_code: string | null
  company_number: string | null
  postcode: string | null
  legal_form: 'limited_company' | 'sole_trader'
  merged_into_id: string | null
  email: string | null
  phone: string | null
}
type PersonFacts = {
  given_name: string
  family_name: string
  reference: string
  email: string | null
  trading_since: string | null
  district_code: string | null
  merged_into_id: string | null
}

/** The noon at which tests happen unless they say otherwise: inside the year 2021-22. */
export const NOON = new Date('2022-03-31T11:00:00Z')

export function contextFor(database: TestDatabase, token: string | undefined, now = NOON): RequestContext {
  return {
    db: database.db,
    front_door: database.front_door,
    token,
    request_id: randomUUID(),
    now,
    address: '127.0.0.1',
    public_url: 'http://localhost:3000',
    sends_mail: false,
    setSession: () => undefined,
    logFault: (fault) => {
      throw fault
    },
  }
}

let made = 0

/** A hub of its own, with one signed-in person of each role of staff, and an auditor where asked for. */
export async function aHub({
  area_codes = ['E06000021', 'E07000197'],
  now = NOON,
  database,
  with_auditor = false,
}: { area_codes?: string[]; now?: Date; database?: TestDatabase; with_auditor?: boolean } = {}): Promise<TestHub> {
  const roles: readonly Role[] = with_auditor ? [...STAFF_ROLES, 'auditor'] : STAFF_ROLES
  const home = database ?? (await aDatabase())
  const slug = `hub-${++made}-${randomBytes(4).toString('hex')}`
  const row = await home.owner.query<{ id: string }>('insert into auth.hub (slug) values ($1) returning id', [slug])
  const hub_id = row.rows[0]?.id ?? ''
  const inside = <T>(work: (tx: Tx) => Promise<T>) => inHub(home.db, { hub_id }, work)
  const advisers = await inside(async (tx) => {
    await tx
      .insertInto('hub')
      .values({ id: hub_id, reference: 'hub', name: `Hub ${slug}`, area_codes })
      .execute()
    const ids: Partial<Record<Role, string>> = {}
    for (const role of roles) {
      const email = `${role}@${slug}.example`
      const adviser = await tx
        .insertInto('adviser')
        .values({
          reference: email,
          email,
          name: `${role} of ${slug}`,
          role,
          ...(role === 'auditor' ? { last_day: '2099-12-31' } : {}),
        })
        .returning('id')
        .executeTakeFirstOrThrow()
      ids[role] = adviser.id
    }
    return ids as Record<Role, string>
  })
  const tokens = Object.fromEntries(
    await Promise.all(
      roles.map(async (role) => [role, await aSession(home, hub_id, advisers[role], `${role}@${slug}.example`)]),
    ),
  ) as Record<Role, string>
  return {
    database: home,
    hub_id,
    slug,
    advisers,
    tokens,
    inside,
    as: (role, where = {}) => callerFor({ ...contextFor(home, tokens[role], now), ...where }),
    aBusiness: (facts = {}) =>
      inside((tx) =>
        tx
          .insertInto('business')
          .values({
            reference: `B-${++made}`,
            name: 'Amberwood Bakery Ltd',
            legal_form: 'limited_company',
            district_code: 'E07000197',
            ...facts,
          })
          .returning(['id', 'reference'])
          .executeTakeFirstOrThrow(),
      ),
    aPerson: (facts = {}) =>
      inside((tx) =>
        tx
          .insertInto('person')
          .values({
            reference: `P-${++made}`,
            given_name: 'Nadia',
            family_name: 'Patel',
            district_code: 'E07000197',
            ...facts,
          })
          .returning(['id', 'reference'])
          .executeTakeFirstOrThrow(),
      ),
  }
}

async function aSession(home: TestDatabase, hub_id: string, adviser_id: string, email: string): Promise<string> {
  const token = randomBytes(32).toString('base64url')
  await home.owner.query(
    `with account as (insert into auth.account (email, password_hash) values ($1, 'none') returning id),
      membership as (insert into auth.membership (account_id, hub_id, adviser_id) select id, $2, $3 from account)
     insert into auth.session (token_hash, account_id, hub_id, adviser_id) select $4, id, $2, $3 from account`,
    [email, hub_id, adviser_id, hashOf(token)],
  )
  return token
}

import { randomUUID } from 'node:crypto'
import { MERGE_RULES } from '@hubline/api/duplicates/merge-rules.ts'
import type { ClientKind } from '@hubline/api/records/client.ts'
import { sql } from 'kysely'
import type { Made, TestHub } from './hub.ts'
import { aRecord } from './records.ts'

/** What a filled form that merges `merged` into `survivor` holds; the versions are those of records never changed. */
export const aMergeForm = (
  survivor: Made,
  merged: Made,
  versions: Partial<{ survivor_version: number; merged_version: number }> = {},
) => ({
  request_id: randomUUID(),
  survivor_id: survivor.id,
  survivor_version: 1,
  merged_id: merged.id,
  merged_version: 1,
  ...versions,
})

/** Everything that clients of either kind can share: one event, one course, one list, one mailing, one partner. */
export async function aSharedWorld(hub: TestHub) {
  const { manager: adviser_id } = hub.advisers
  const course_id = await aRecord(hub, 'course', { title: 'Lean working' })
  return {
    event_id: await aRecord(hub, 'event', {
      title: 'Kiln day',
      held_on: '2021-06-01',
      minutes: 120,
      status: 'delivered',
    }),
    course_id,
    session_id: await aRecord(hub, 'course_session', {
      course_id,
      starts_on: '2021-06-07',
      ends_on: '2021-06-08',
      places: 1000,
      status: 'open',
    }),
    call_list_id: await aRecord(hub, 'call_list', { name: 'Autumn', criteria: '{}', made_by_id: adviser_id }),
    offer_mailing_id: await aRecord(hub, 'offer_mailing', {
      subject: 'Skills',
      text: 'Dear {name}',
      criteria: '{}',
      made_by_id: adviser_id,
    }),
    organisation_id: await aRecord(hub, 'organisation', { name: 'Longbridge College', kind: 'college' }),
    survey_id: await aRecord(hub, 'survey', { family: 'sitrep', title: 'Wave 1', fieldwork_from: '2021-05-01' }),
  }
}
type World = Awaited<ReturnType<typeof aSharedWorld>>

/** One row of each kind that can point at the client, or some of them by `chance`. Gives how many were made. */
export async function oneOfEach(
  hub: TestHub,
  world: World,
  { business_id, person_id }: { business_id: string; person_id: string },
  chance: () => boolean = () => true,
): Promise<number> {
  const { event_id, course_id, session_id, call_list_id, offer_mailing_id, organisation_id, survey_id } = world
  const both = { business_id, person_id }
  const on = '2021-06-02'
  const makes = [
    () => aRecord(hub, 'business_role', both),
    () => aRecord(hub, 'case', { ...both, kind: 'growth', opened_on: on, status: 'open' }),
    () => aRecord(hub, 'enquiry', { ...both, received_on: on, closed_on: on, status: 'answered' }),
    () =>
      aRecord(hub, 'interaction', { ...both, kind: 'advice_session', channel: 'video', occurred_on: on, minutes: 60 }),
    () => aRecord(hub, 'diagnostic', { ...both, completed_on: on }),
    () =>
      aRecord(hub, 'referral', {
        ...both,
        organisation_id,
        category: 'finance',
        status: 'made',
        consent_on: on,
        made_on: on,
      }),
    () => aRecord(hub, 'skills_review', { business_id, offered_to_id: person_id, status: 'offered', offered_on: on }),
    () =>
      aRecord(hub, 'participation', { ...both, course_id, session_id, status: 'enrolled', qualifying_start_on: on }),
    () => aRecord(hub, 'attendance', { ...both, event_id, status: 'attended' }),
    () =>
      aRecord(hub, 'grant_award', {
        business_id,
        scheme: 'Digital',
        regime: 'mfa',
        amount_pence: 500_000,
        accepted_on: on,
        status: 'offer_accepted',
      }),
    () =>
      aRecord(hub, 'outcome', {
        ...both,
        kind: 'job_created',
        state: 'evidenced',
        occurred_on: on,
        hours_per_week: '30',
      }),
    () => aRecord(hub, 'survey_response', { ...both, survey_id, submitted_on: on, valid: true, score: 4 }),
    () => aRecord(hub, 'partner_support', { ...both, organisation_id, supported_on: on, minutes: 720 }),
    () => aRecord(hub, 'call_list_entry', { call_list_id, business_id, place: 1 }),
    () => aRecord(hub, 'offer_letter', { ...both, offer_mailing_id, place: 1 }),
  ]
  const wanted = makes.filter(chance)
  await Promise.all(wanted.map((make) => make()))
  return wanted.length
}

/** Every row of a hub that a merge may touch, as it stands, without who wrote which version of it when. */
export async function theClients(hub: TestHub): Promise<Record<string, unknown>> {
  const kinds = [...new Set(MERGE_RULES.map(({ kind }) => kind))].toSorted()
  const rows: Record<string, unknown> = {}
  for (const kind of kinds) {
    const found = await hub.inside((tx) =>
      sql<{ row: unknown }>`select to_jsonb(t) - '{version,recorded_at,recorded_by,request_id}'::text[] as row
        from ${sql.table(`app.${kind}`)} t where hub_id = ${hub.hub_id} order by id`.execute(tx),
    )
    rows[kind] = found.rows.map(({ row }) => row)
  }
  return rows
}

/** What figures come to where the one record merely counts as the other and no row has moved. */
export async function countedAs(hub: TestHub, kind: ClientKind, survivor: Made, merged: Made): Promise<void> {
  const table = sql.table(`app.${kind}`)
  await hub.inside((tx) =>
    sql`update ${table} set merged_into_id = ${survivor.id}, counts_as_id = ${survivor.id} where hub_id = ${hub.hub_id} and id = ${merged.id}`.execute(
      tx,
    ),
  )
}

/** The same coin each time: heads in two of three throws. */
export function aChance(seed = 20211125): () => boolean {
  let state = seed
  return () => (state = (state * 48271) % 2147483647) % 3 > 0
}

/** Two records of one client, each with some of everything. */
export async function aPair(
  hub: TestHub,
  world: World,
  kind: ClientKind,
  chance: () => boolean,
): Promise<[Made, Made]> {
  const [a, b] = [await hub.aBusiness(), await hub.aBusiness()]
  const [p, q] = [await hub.aPerson(), await hub.aPerson()]
  await oneOfEach(hub, world, { business_id: a.id, person_id: p.id }, chance)
  await oneOfEach(hub, world, { business_id: b.id, person_id: q.id }, chance)
  return kind === 'business' ? [a, b] : [p, q]
}

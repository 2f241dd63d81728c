import { randomUUID } from 'node:crypto'
import type { ClientKind } from '@hubline/api/records/client.ts'
import { type Random, daysAfter, randomOf } from '../recount/random.ts'
import { aMeeting } from './cases.ts'
import type { Made, TestHub } from './hub.ts'
import { aMergeForm, aSharedWorld, oneOfEach } from './merges.ts'
import { aRecord } from './records.ts'

type Live = {
  hub: TestHub
  random: Random
  world: Awaited<ReturnType<typeof aSharedWorld>>
  business: Made[]
  person: Made[]
  meetings: string[]
  jobs: string[]
  merges: { merge_id: string; kind: ClientKind; merged: Made }[]
}
type Act = (life: Live) => Promise<unknown>

const DISTRICTS = ['E07000192', 'E06000021', 'E06000001', null]
const sent = () => ({ request_id: randomUUID() })
const aDay = (random: Random) => daysAfter('2021-03-20', random.between(0, 390))

async function register({ hub, random, business, person }: Live): Promise<void> {
  if (random.often(0.4)) person.push(await hub.aPerson())
  else business.push(await hub.aBusiness({ district_code: random.one(DISTRICTS) }))
}

async function meet({ hub, random, business, meetings }: Live): Promise<void> {
  meetings.push(await aMeeting(hub, random.one(business), aDay(random), random.between(5, 480)))
}

const set = (hub: TestHub, table: 'interaction' | 'outcome' | 'event' | 'business', id: string, facts: object) =>
  hub.inside((tx) => tx.updateTable(table).set(facts).where('id', '=', id).execute())

const correct: Act = ({ hub, random, meetings }) =>
  set(
    hub,
    'interaction',
    random.one(meetings),
    random.often(0.5) ? { minutes: random.between(5, 480) } : { occurred_on: aDay(random) },
  )

/** An act that needs the version that a record has by now. */
const versionOf = (hub: TestHub, table: 'interaction' | ClientKind, id: string) =>
  hub.inside(async (tx) => {
    const found = await tx.selectFrom(table).select('version').where('id', '=', id).executeTakeFirstOrThrow()
    return found.version
  })

async function withdraw({ hub, random, meetings }: Live): Promise<void> {
  if (meetings.length < 4) return
  const [id = ''] = meetings.splice(random.between(0, meetings.length - 1), 1)
  const version = await versionOf(hub, 'interaction', id)
  await hub.as('manager').records.void({ ...sent(), kind: 'interaction', id, version, reason: 'Entered twice' })
}

async function employ({ hub, random, business, jobs }: Live): Promise<void> {
  const occurred_on = aDay(random)
  jobs.push(
    await aRecord(hub, 'outcome', {
      business_id: random.one(business).id,
      kind: 'job_created',
      state: 'verified',
      occurred_on,
      hours_per_week: String(random.between(5, 40)),
      verified_on: occurred_on,
      verified_by_id: hub.advisers.manager,
    }),
  )
}

const changeHours: Act = async ({ hub, random, jobs }) =>
  jobs.length > 0 && set(hub, 'outcome', random.one(jobs), { hours_per_week: String(random.between(5, 40)) })

const holdOrCancel: Act = ({ hub, random, world }) =>
  set(hub, 'event', world.event_id, { status: random.one(['delivered', 'cancelled']) })

const moveAway: Act = ({ hub, random, business }) =>
  set(hub, 'business', random.one(business).id, { district_code: random.one(DISTRICTS) })

/** Of clients who are new: some records stand once for a client. */
async function workOfEveryKind({ hub, random, world, business, person }: Live): Promise<void> {
  const [firm, owner] = [await hub.aBusiness(), await hub.aPerson()]
  await oneOfEach(hub, world, { business_id: firm.id, person_id: owner.id }, () => random.often(0.4))
  business.push(firm)
  person.push(owner)
}

async function merge(life: Live): Promise<void> {
  const { hub, random } = life
  const kind = random.one(['business', 'person'] as const)
  if (life[kind].length < 3) return
  const [merged] = life[kind].splice(random.between(0, life[kind].length - 1), 1)
  const survivor = random.one(life[kind])
  if (!merged) return
  const form = aMergeForm(survivor, merged, {
    survivor_version: await versionOf(hub, kind, survivor.id),
    merged_version: await versionOf(hub, kind, merged.id),
  })
  const areas = hub.as('manager')
  const { merge_id } = kind === 'business' ? await areas.businesses.merge(form) : await areas.people.merge(form)
  life.merges.push({ merge_id, kind, merged })
}

/** Takes the newest merge back: those before it may rest on it. */
async function undo(life: Live): Promise<void> {
  const last = life.merges.pop()
  if (!last) return
  await life.hub.as('manager').duplicates.undoMerge({ ...sent(), id: last.merge_id, version: 1 })
  life[last.kind].push(last.merged)
}

const ACTS: readonly Act[] = [
  register,
  meet,
  meet,
  correct,
  correct,
  withdraw,
  employ,
  changeHours,
  holdOrCancel,
  moveAway,
  workOfEveryKind,
  merge,
  merge,
  undo,
]

/**
 * So many days in the life of a hub, each with one to three things drawn by `seed`: work, corrections, withdrawals, moves,
 * merges and merges taken back. Yields at the end of each day; says at last how many merges there were and were undone.
 */
export async function* daysOfAHub(hub: TestHub, days: number, seed: number): AsyncGenerator<void> {
  const random = randomOf(seed, 'days of a hub')
  const world = await aSharedWorld(hub)
  const [business, person] = [
    [await hub.aBusiness(), await hub.aBusiness()],
    [await hub.aPerson(), await hub.aPerson()],
  ]
  const life: Live = { hub, random, world, business, person, meetings: [], jobs: [], merges: [] }
  await meet(life)
  for (let day = 0; day < days; day++) {
    for (let left = random.between(1, 3); left > 0; left--) await random.one(ACTS)(life)
    yield
  }
}

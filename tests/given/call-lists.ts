import { randomUUID } from 'node:crypto'
import { type Made, NOON, type TestHub, aHub } from './hub.ts'
import { aRecord } from './records.ts'

/** A call list of these businesses, in this order. */
export async function aCallList(hub: TestHub, businesses: readonly Made[]): Promise<Made> {
  const id = await aRecord(hub, 'call_list', {
    hub_id: hub.hub_id,
    name: 'Autumn calls',
    criteria: '{}',
    made_by_id: hub.advisers.skills_broker,
  })
  for (const [at, business] of businesses.entries())
    await aRecord(hub, 'call_list_entry', {
      hub_id: hub.hub_id,
      call_list_id: id,
      place: at + 1,
      business_id: business.id,
    })
  const list = await hub.inside((tx) =>
    tx
      .selectFrom('call_list')
      .select('reference')
      .where('hub_id', '=', hub.hub_id)
      .where('id', '=', id)
      .executeTakeFirstOrThrow(),
  )
  return { id, reference: list.reference }
}

const sent = () => ({ request_id: randomUUID() })

/** So many minutes after the noon of the tests. */
export const minutesLater = (minutes: number) => ({ now: new Date(NOON.getTime() + minutes * 60_000) })

/** A hub with a call list of new businesses by these names, and its broker at work on it. */
export async function aListOf(...names: string[]) {
  const hub = await aHub()
  const businesses: Made[] = []
  for (const name of names) businesses.push(await hub.aBusiness({ name }))
  const list = await aCallList(hub, businesses)
  const broker = hub.as('skills_broker').callLists
  const claim = async (role: 'skills_broker' | 'manager' = 'skills_broker', where = {}) => {
    const { card } = await hub.as(role, where).callLists.claim({ ...sent(), id: list.id })
    return card
  }
  /** The card on the screen, which must be there. */
  const onScreen = async () => {
    const card = await claim()
    if (!card) throw new Error('Nobody is left to call')
    return card
  }
  return { hub, list, businesses, broker, claim, onScreen }
}

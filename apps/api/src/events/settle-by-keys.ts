import type { Tx } from '@hubline/db/connection.ts'
import { type Attendee, surelyForBusiness, surelyThatPerson } from '@hubline/domain/events/match-attendee.ts'
import { peopleLike, workplacesOf } from './similar-clients.ts'

export type Settled = {
  person_id: string | null
  business_id: string | null
  /** Nothing is left for a person of the hub to decide. */
  is_settled: boolean
}

/** Who an attendee is by the keys that people are known by, as far as those decide it without doubt. */
export async function settleByKeys(tx: Tx, hub_id: string, attendee: Attendee): Promise<Settled> {
  const person = surelyThatPerson(attendee, await peopleLike(tx, hub_id, attendee))
  if (!person) return { person_id: null, business_id: null, is_settled: false }
  const workplaces = (await workplacesOf(tx, hub_id, [person.id])).get(person.id) ?? []
  const business = surelyForBusiness(attendee.business_name, workplaces)
  return { person_id: person.id, business_id: business?.id ?? null, is_settled: business !== undefined }
}

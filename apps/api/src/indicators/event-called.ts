import type { Tx } from '@hubline/db/connection.ts'
import { Problem } from '@hubline/domain/problem.ts'

/** The event that an address names. @throws Problem 'not_found' */
export async function eventCalled(tx: Tx, hub_id: string, reference: string) {
  const event = await tx
    .selectFrom('event')
    .select(['id', 'reference', 'title'])
    .where('hub_id', '=', hub_id)
    .where('reference', '=', reference)
    .executeTakeFirst()
  if (!event)
    throw new Problem('not_found', `There is no event ${reference} in your hub: find it in the list of events`)
  return event
}

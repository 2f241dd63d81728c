import type { Tx } from '@hubline/db/connection.ts'
import { Problem } from '@hubline/domain/problem.ts'
import { type Broker, brokersOf } from './brokers.ts'

/** Whose page a link opens. @throws Problem 'not_found' where they hold no reviews any more */
export async function brokerByLink(
  tx: Tx,
  { hub_id, record_id }: { hub_id: string; record_id: string },
): Promise<Broker> {
  const [broker] = await brokersOf(tx, hub_id, record_id)
  if (!broker) throw new Problem('not_found', 'Nobody is booked on this page any more: ask the hub for a new address')
  return broker
}

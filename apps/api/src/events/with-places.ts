import type { Tx } from '@hubline/db/connection.ts'

/** The places of everybody who comes or waits to come. */
export async function withPlaces(tx: Tx, { hub_id, id }: { hub_id: string; id: string }): Promise<string[]> {
  const places = await tx
    .selectFrom('attendance')
    .select('id')
    .where('hub_id', '=', hub_id)
    .where('event_id', '=', id)
    .where('status', 'in', ['booked', 'waitlist'])
    .where('voided_at', 'is', null)
    .execute()
  return places.map((place) => place.id)
}

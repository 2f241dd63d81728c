import type { Tx } from '@hubline/db/connection.ts'
import type { LockedEvent } from './event-places.ts'

/** How well it is documented that somebody came: by a sheet that everybody signed, or by the hub's own list. */
export const evidenceOf = ({ sheet_kept }: Pick<LockedEvent, 'sheet_kept'>): 'documented' | 'self_declared' =>
  sheet_kept ? 'documented' : 'self_declared'

/** Those who were ticked here are as well documented as the event says. What was verified, or imported, stays. */
export async function evidenceFollows(tx: Tx, event: LockedEvent): Promise<void> {
  await tx
    .updateTable('attendance')
    .set({ evidence_level: evidenceOf(event) })
    .where('hub_id', '=', event.hub_id)
    .where('event_id', '=', event.id)
    .where('status', '=', 'attended')
    .where('marked_at', 'is not', null)
    .where('evidence_level', 'in', ['self_declared', 'documented'])
    .where('voided_at', 'is', null)
    .execute()
}

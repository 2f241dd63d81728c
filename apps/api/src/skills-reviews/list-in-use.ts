import type { Tx } from '@hubline/db/connection.ts'
import { Problem } from '@hubline/domain/problem.ts'

/** @throws Problem 'not_found' for a call list of another hub or one that was put away */
export async function mustBeInUse(tx: Tx, hub_id: string, id: string): Promise<void> {
  const list = await tx
    .selectFrom('call_list')
    .select('id')
    .where('hub_id', '=', hub_id)
    .where('id', '=', id)
    .where('voided_at', 'is', null)
    .executeTakeFirst()
  if (!list) throw new Problem('not_found', 'That call list is not in use in your hub: choose another')
}

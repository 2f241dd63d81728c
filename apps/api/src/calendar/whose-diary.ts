import type { Tx } from '@hubline/db/connection.ts'
import { Problem } from '@hubline/domain/problem.ts'
import { type Actor, may } from '@hubline/domain/staff/permissions.ts'

/** @throws Problem 'invalid' where the person does not work in this hub (any more) */
export async function mustWorkHere(tx: Tx, hub_id: string, adviser_id: string): Promise<void> {
  const found = await tx
    .selectFrom('adviser')
    .select('id')
    .where('hub_id', '=', hub_id)
    .where('id', '=', adviser_id)
    .where('is_active', '=', true)
    .where('voided_at', 'is', null)
    .executeTakeFirst()
  if (!found) throw new Problem('invalid', 'That person does not work in your hub: choose another', 'adviser_id')
}

/** One keeps one's own diary; who leads keeps anybody's. @throws Problem 'invalid', 'not_allowed' */
export async function mustKeepDiaryOf(tx: Tx, actor: Actor, adviser_id: string): Promise<void> {
  await mustWorkHere(tx, actor.hub_id, adviser_id)
  if (adviser_id !== actor.adviser_id && !may(actor, 'diary:keep_others'))
    throw new Problem('not_allowed', 'You can change your own diary only: ask a manager of your hub')
}

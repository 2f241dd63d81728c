import type { Tx } from '@hubline/db/connection.ts'
import { Problem } from '@hubline/domain/problem.ts'
import { z } from 'zod'

/** A programme as it stands in an address: its reference. */
export const ProgrammeInput = z.string().min(1).max(200)

/** The programme that an address names. @throws Problem 'not_found' */
export async function programmeCalled(tx: Tx, hub_id: string, reference: string) {
  const programme = await tx
    .selectFrom('programme')
    .select(['id', 'reference', 'name', 'funder', 'starts_on', 'ends_on', 'framework', 'definition_version'])
    .where('hub_id', '=', hub_id)
    .where('reference', '=', reference)
    .where('voided_at', 'is', null)
    .executeTakeFirst()
  if (!programme)
    throw new Problem(
      'not_found',
      `There is no programme "${reference.slice(0, 60)}" in your hub: choose one under Targets`,
      'programme',
    )
  return programme
}

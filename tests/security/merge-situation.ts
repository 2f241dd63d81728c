import { randomUUID } from 'node:crypto'
import type { Tx } from '@hubline/db/connection.ts'

/** The name of a merge that stands. */
export type MergeIds = { merge_id: string }

/** A record that became part of another business. */
export async function aMergeSituation(
  tx: Tx,
  { hub_id, survivor_id, word }: { hub_id: string; survivor_id: string; word: string },
): Promise<MergeIds> {
  const next = () => `X-${word}-${randomUUID()}`
  const { id: merged_id } = await tx
    .insertInto('business')
    .values({ hub_id, reference: next(), name: `${word} Tiles`, legal_form: 'unknown', merged_into_id: survivor_id })
    .returning('id')
    .executeTakeFirstOrThrow()
  const { id: merge_id } = await tx
    .insertInto('client_merge')
    .values({ hub_id, reference: next(), kind: 'business', merged_id, survivor_id, reason: word })
    .returning('id')
    .executeTakeFirstOrThrow()
  return { merge_id }
}

/** The name of nothing. */
export const noMerge = (): MergeIds => ({ merge_id: randomUUID() })

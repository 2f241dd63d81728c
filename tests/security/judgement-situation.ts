import { randomUUID } from 'node:crypto'
import type { Tx } from '@hubline/db/connection.ts'

/** The name of what an adviser judged of a business. */
export type JudgementIds = { flag_id: string }

/** A business of which an adviser thinks much. */
export async function aJudgementSituation(
  tx: Tx,
  { hub_id, business_id, adviser_id, word }: { hub_id: string; business_id: string; adviser_id: string; word: string },
): Promise<JudgementIds> {
  const flag = await tx
    .insertInto('business_flag')
    .values({
      hub_id,
      reference: `X-${word}-${randomUUID()}`,
      business_id,
      flag: 'scaleup_potential',
      flagged_on: '2022-03-01',
      reason: word,
      flagged_by_id: adviser_id,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return { flag_id: flag.id }
}

/** The name of nothing. */
export const noJudgement = (): JudgementIds => ({ flag_id: randomUUID() })

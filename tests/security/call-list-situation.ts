import { randomUUID } from 'node:crypto'
import type { Tx } from '@hubline/db/connection.ts'

/** Names of a call list, of what is on it, and of offers that were sent by mail. */
export type CallListIds = {
  call_list_id: string
  call_list_reference: string
  call_list_entry_id: string
  offer_mailing_id: string
  offer_mailing_reference: string
}

/** A list with one business of its own, which nobody has called yet. */
export async function aCallListSituation(
  tx: Tx,
  { hub_id, made_by_id, word }: { hub_id: string; made_by_id: string; word: string },
): Promise<CallListIds> {
  const next = () => `X-${word}-${randomUUID()}`
  const business = await tx
    .insertInto('business')
    .values({
      hub_id,
      reference: next(),
      name: `${word} Forge`,
      legal_form: 'limited_company',
      district_code: 'E07000197',
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  const list = await tx
    .insertInto('call_list')
    .values({ hub_id, reference: next(), name: word, criteria: '{}', made_by_id })
    .returning(['id', 'reference'])
    .executeTakeFirstOrThrow()
  const entry = await tx
    .insertInto('call_list_entry')
    .values({ hub_id, reference: next(), call_list_id: list.id, place: 1, business_id: business.id })
    .returning('id')
    .executeTakeFirstOrThrow()
  const mailing = await tx
    .insertInto('offer_mailing')
    .values({ hub_id, reference: next(), subject: word, text: word, criteria: '{}', made_by_id })
    .returning(['id', 'reference'])
    .executeTakeFirstOrThrow()
  return {
    call_list_id: list.id,
    call_list_reference: list.reference,
    call_list_entry_id: entry.id,
    offer_mailing_id: mailing.id,
    offer_mailing_reference: mailing.reference,
  }
}

/** Names of nothing. */
export const noCallList = (): CallListIds => ({
  call_list_id: randomUUID(),
  call_list_reference: `X-${randomUUID()}`,
  call_list_entry_id: randomUUID(),
  offer_mailing_id: randomUUID(),
  offer_mailing_reference: `X-${randomUUID()}`,
})

import { randomUUID } from 'node:crypto'
import { USUAL_LETTER } from '@hubline/domain/skills-reviews/offer-letter.ts'
import type { Made, TestHub } from './hub.ts'
import { aRecord } from './records.ts'

type Facts = Partial<{
  email: string | null
  given_name: string
  legal_form: 'limited_company' | 'sole_trader'
  mailings: 'agreed' | 'refused'
  is_main: boolean
}>

/** Somebody who works at a business, with an e-mail address unless it says otherwise. */
export async function aContact(hub: TestHub, business: Made, facts: Facts = {}): Promise<Made> {
  const { email = `nadia.${business.reference}@firm.example`.toLowerCase(), given_name = 'Nadia', mailings } = facts
  const person = await hub.aPerson({ email, given_name })
  if (mailings)
    await hub.inside((tx) =>
      tx
        .updateTable('person')
        .set({ mailings, mailings_on: '2022-03-01' })
        .where('hub_id', '=', hub.hub_id)
        .where('id', '=', person.id)
        .execute(),
    )
  await aRecord(hub, 'business_role', {
    hub_id: hub.hub_id,
    person_id: person.id,
    business_id: business.id,
    is_main: facts.is_main ?? true,
  })
  return person
}

/** A business with somebody who can be written to there. */
export async function aNamedBusiness(hub: TestHub, name: string, facts: Facts = {}): Promise<Made> {
  const business = await hub.aBusiness({ name, legal_form: facts.legal_form ?? 'limited_company' })
  await aContact(hub, business, facts)
  return business
}

/** What a filled form about offers by mail holds. */
export const anOfferMailForm = (facts: Partial<{ id: string; text: string; subject: string; most: number }> = {}) => ({
  request_id: randomUUID(),
  id: randomUUID(),
  criteria: { not_offered_months: 12 },
  most: 100,
  ...USUAL_LETTER,
  ...facts,
})

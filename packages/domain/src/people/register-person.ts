import { z } from 'zod'
import { normalisePostcode } from '../businesses/identifiers.ts'
import { changed, optionalChoice, optionalDay, optionalText, requiredText, sent } from '../fields.ts'

const facts = {
  email: optionalText(320),
  phone: optionalText(100),
  postcode: optionalText(40).transform((text) => (text ? (normalisePostcode(text) ?? text) : text)),
  district_code: optionalText(20),
  trading_since: optionalDay('Enter the day on which the person began to trade, like 17/05/2021'),
}

/** What a person says to being sent offers by e-mail; blank: nobody asked. */
export const MAILINGS = ['agreed', 'refused'] as const

const given_name = requiredText('Enter the first name')
const family_name = requiredText('Enter the last name')

/** A person whom the hub has not met before, and the business where they work, if any. */
export const RegisterPerson = z.object({
  ...sent,
  id: z.uuid('Reload the page and send the form again'),
  given_name,
  family_name,
  ...facts,
  works_at: z
    .object({
      business_id: z.uuid('Choose the business again'),
      job_title: optionalText(),
      is_main: z.boolean().nullish(),
    })
    .nullish(),
  /** People shown as possible duplicates of whom was said: not the same. */
  although_similar_to: z.array(z.uuid()).max(20, 'Name at most 20 similar people').default([]),
})
export type RegisterPerson = z.infer<typeof RegisterPerson>

/** New facts about a person. What is not sent stays as it is. */
export const ChangePerson = z.object({
  ...changed,
  given_name: given_name.optional(),
  family_name: family_name.optional(),
  ...facts,
  mailings: optionalChoice(MAILINGS, 'Choose what the person said to offers by e-mail'),
})
export type ChangePerson = z.infer<typeof ChangePerson>

export const DescribedPerson = z.object({
  given_name: z.string().max(1000).default(''),
  family_name: z.string().max(1000).default(''),
  email: z.string().max(1000).nullish(),
  phone: z.string().max(1000).nullish(),
  postcode: z.string().max(1000).nullish(),
})
export type DescribedPerson = z.infer<typeof DescribedPerson>

/** A person takes a role at a business. */
export const LinkPerson = z.object({
  ...sent,
  id: z.uuid('Reload the page and send the form again'),
  person_id: z.uuid('Choose the person'),
  business_id: z.uuid('Choose the business'),
  job_title: optionalText(),
  is_main: z.boolean().nullish(),
  from_on: optionalDay('Enter the day on which the role began, like 17/05/2021'),
})
export type LinkPerson = z.infer<typeof LinkPerson>

/** A role at a business comes to an end, today unless another day is given. */
export const UnlinkPerson = z.object({
  ...changed,
  to_on: optionalDay('Enter the day on which the role ended, like 17/05/2021'),
})
export type UnlinkPerson = z.infer<typeof UnlinkPerson>

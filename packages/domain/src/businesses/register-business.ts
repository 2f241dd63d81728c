import { z } from 'zod'
import { changed, optionalChoice, optionalDay, optionalText, requiredText, sent } from '../fields.ts'
import { LEGAL_FORMS, TRADING_STATUSES } from './businesses-file.ts'
import { normaliseCompanyNumber, normalisePostcode } from './identifiers.ts'

const measure = (sentence: string, max: number) => z.number(sentence).min(0, sentence).max(max, sentence).nullish()

/** Facts about a business that may be unknown. */
const facts = {
  trading_name: optionalText(300),
  // Kept in the register's own form, so that it is found and compared however it was typed; "none yet" is no number.
  company_number: optionalText(40).transform((text) => (text ? (normaliseCompanyNumber(text) ?? null) : text)),
  charity_number: optionalText(40),
  vat_number: optionalText(40),
  sic_code: optionalText(20),
  trading_status: optionalChoice(TRADING_STATUSES, 'Choose the trading status from the list'),
  incorporated_on: optionalDay('Enter the day of incorporation, like 17/05/2021'),
  trading_since: optionalDay('Enter the day on which trading began, like 17/05/2021'),
  address: optionalText(1000),
  town: optionalText(),
  postcode: optionalText(40).transform((text) => (text ? (normalisePostcode(text) ?? text) : text)),
  district_code: optionalText(20),
  employees_fte: measure('Enter the number of full-time equivalent employees, like 12.5', 1e7),
  turnover_pence: z
    .int('Enter the turnover in pounds, like 250000')
    .min(0, 'Enter the turnover without a minus sign')
    .nullish(),
  measured_on: optionalDay('Enter the day on which employees and turnover were true, like 17/05/2021'),
  website: optionalText(500),
  phone: optionalText(100),
  email: optionalText(320),
}

const name = requiredText('Enter the name of the business', 300)
const legal_form = z.enum(LEGAL_FORMS, 'Choose the legal form')

/** A business that the hub has not met before. */
export const RegisterBusiness = z.object({
  ...sent,
  id: z.uuid('Reload the page and send the form again'),
  name,
  legal_form,
  ...facts,
  /** Businesses shown as possible duplicates of which the person said: not the same. */
  although_similar_to: z.array(z.uuid()).max(20, 'Name at most 20 similar businesses').default([]),
})
export type RegisterBusiness = z.infer<typeof RegisterBusiness>

/** New facts about a business. What is not sent stays as it is. */
export const ChangeBusiness = z.object({
  ...changed,
  name: name.optional(),
  legal_form: legal_form.optional(),
  ...facts,
})
export type ChangeBusiness = z.infer<typeof ChangeBusiness>

/** What possible duplicates are looked for by, while a person is still typing. */
export const DescribedBusiness = z.object({
  name: z.string().max(1000).default(''),
  trading_name: z.string().max(1000).nullish(),
  company_number: z.string().max(1000).nullish(),
  charity_number: z.string().max(1000).nullish(),
  postcode: z.string().max(1000).nullish(),
  email: z.string().max(1000).nullish(),
  phone: z.string().max(1000).nullish(),
})
export type DescribedBusiness = z.infer<typeof DescribedBusiness>

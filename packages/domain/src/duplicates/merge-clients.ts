import { z } from 'zod'
import { formVersion, optionalText, sent } from '../fields.ts'

/** What the record that remains may take over from the other; everything else stays as the survivor has it. */
export const BUSINESS_MERGE_FIELDS = [
  'name',
  'trading_name',
  'legal_form',
  'company_number',
  'charity_number',
  'vat_number',
  'sic_code',
  'trading_status',
  'incorporated_on',
  'trading_since',
  'address',
  'town',
  'postcode',
  'district_code',
  'employees_fte',
  'turnover_pence',
  'measured_on',
  'website',
  'phone',
  'email',
] as const

/** What somebody said to offers by e-mail is not chosen here: a refusal on either record holds (see merge-clients.ts). */
export const PERSON_MERGE_FIELDS = [
  'given_name',
  'family_name',
  'email',
  'phone',
  'postcode',
  'district_code',
  'trading_since',
] as const

const CHOOSE_AGAIN = 'Choose the two records again'

const merge = <const Fields extends readonly [string, ...string[]]>(fields: Fields) =>
  z
    .object({
      ...sent,
      /** The record that remains. */
      survivor_id: z.uuid(CHOOSE_AGAIN),
      survivor_version: formVersion(1),
      /** The record that becomes part of it. */
      merged_id: z.uuid(CHOOSE_AGAIN),
      merged_version: formVersion(1),
      /** Fields in which the survivor takes what the other says. */
      take: z.array(z.enum(fields, 'Choose the fields from the list')).max(fields.length).default([]),
      reason: optionalText(500),
    })
    .refine(({ survivor_id, merged_id }) => survivor_id !== merged_id, {
      path: ['merged_id'],
      message: 'That is the same record twice: choose two',
    })

export const MergeBusinesses = merge(BUSINESS_MERGE_FIELDS)
export const MergePeople = merge(PERSON_MERGE_FIELDS)

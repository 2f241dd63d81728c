import { ChangeBusiness } from '@hubline/domain/businesses/register-business.ts'
import { readMoney, showMoney } from '@hubline/domain/money.ts'
import { z } from 'zod'
import type { BusinessShown } from './business-shown.ts'

const {
  name,
  legal_form,
  trading_name,
  company_number,
  charity_number,
  vat_number,
  sic_code,
  trading_status,
  incorporated_on,
  trading_since,
  address,
  town,
  postcode,
  district_code,
  employees_fte,
  turnover_pence,
  measured_on,
  website,
  phone,
  email,
} = ChangeBusiness.shape

/** A number or an amount as it stands in a box: blank is not known, what cannot be read is refused in the schema's own words. */
const typed = (read: (text: string) => number | undefined, schema: z.ZodType<number | null | undefined>) =>
  z.string().transform((text, context): number | null => {
    if (text.trim() === '') return null
    const checked = schema.safeParse(read(text) ?? Number.NaN)
    if (checked.success) return checked.data ?? null
    context.addIssue({ code: 'custom', message: checked.error.issues[0]?.message ?? 'Enter a number' })
    return z.NEVER
  })

function readNumber(text: string): number | undefined {
  const tidy = text.trim().replaceAll(',', '')
  return /^\d+(?:\.\d+)?$/.test(tidy) ? Number(tidy) : undefined
}

/** The facts about a business as they stand in the boxes of a form, read by the schema that the procedure shares. */
export const BusinessForm = z.object({
  name: name.unwrap(),
  legal_form: legal_form.unwrap(),
  trading_name,
  company_number,
  charity_number,
  vat_number,
  sic_code,
  trading_status,
  incorporated_on,
  trading_since,
  address,
  town,
  postcode,
  district_code,
  employees_fte: typed(readNumber, employees_fte),
  turnover_pence: typed(readMoney, turnover_pence),
  measured_on,
  website,
  phone,
  email,
})
export type BusinessFilled = z.input<typeof BusinessForm>
export type BusinessRead = z.output<typeof BusinessForm>

/** What is known of a business, as it is written into the boxes. */
export function filledFrom(business: BusinessShown): BusinessFilled {
  const text = (value: string | null) => value ?? ''
  return {
    name: business.name,
    legal_form: business.legal_form,
    trading_name: text(business.trading_name),
    company_number: text(business.company_number),
    charity_number: text(business.charity_number),
    vat_number: text(business.vat_number),
    sic_code: text(business.sic_code),
    trading_status: business.trading_status ?? '',
    incorporated_on: text(business.incorporated_on),
    trading_since: text(business.trading_since),
    address: text(business.address),
    town: text(business.town),
    postcode: text(business.postcode),
    district_code: text(business.district_code),
    employees_fte: business.employees_fte === null ? '' : String(Number(business.employees_fte)),
    turnover_pence:
      business.turnover_pence === null ? '' : showMoney(Number(business.turnover_pence)).replace(/\.00$/, ''),
    measured_on: text(business.measured_on),
    website: text(business.website),
    phone: text(business.phone),
    email: text(business.email),
  }
}

import {
  isUsualCompanyNumber,
  normaliseCompanyNumber,
  normalisePhone,
  normalisePostcode,
} from '@hubline/domain/businesses/identifiers.ts'

type Typed = { name?: string; company_number?: string; postcode?: string; phone?: string; email?: string }

/** Which box of a form takes what was typed into Find: a number, a postcode, an address or, mostly, a name. */
export function prefillFrom(typed: string): Typed {
  const text = typed.trim()
  if (text === '') return {}
  if (/^\S+@\S+$/.test(text)) return { email: text }
  const postcode = normalisePostcode(text)
  if (postcode) return { postcode }
  const number = normaliseCompanyNumber(text)
  if (number && /^[A-Z]{0,2}\d{6,8}$/i.test(text.replaceAll(/\s/g, '')) && isUsualCompanyNumber(number))
    return { company_number: number }
  return normalisePhone(text) ? { phone: text } : { name: text }
}

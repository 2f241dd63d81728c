import { ChangePerson } from '@hubline/domain/people/register-person.ts'
import { z } from 'zod'
import type { PersonShown } from './person-shown.ts'

const { given_name, family_name, email, phone, postcode, district_code, trading_since, mailings } = ChangePerson.shape

/** What somebody said to being sent offers by e-mail. */
export const MAILINGS_NAMES = { agreed: 'Agreed', refused: 'Wants none' } as const

/** The facts about a person as they stand in the boxes of a form. */
export const PersonForm = z.object({
  given_name: given_name.unwrap(),
  family_name: family_name.unwrap(),
  email,
  phone,
  postcode,
  district_code,
  trading_since,
  mailings,
})
export type PersonFilled = z.input<typeof PersonForm>
export type PersonRead = z.output<typeof PersonForm>

export function filledFrom(person: PersonShown): PersonFilled {
  return {
    given_name: person.given_name,
    family_name: person.family_name,
    email: person.email ?? '',
    phone: person.phone ?? '',
    postcode: person.postcode ?? '',
    district_code: person.district_code ?? '',
    trading_since: person.trading_since ?? '',
    mailings: person.mailings ?? '',
  }
}

import { slugOf } from './business-names.ts'
import { type Making, type Person, referenceOf, someName } from './making.ts'

/** A mobile number from the range kept free for fiction. */
export const someMobile = (making: Making): string =>
  `07700 900${String((making.number('mobile') * 389) % 1000).padStart(3, '0')}`

type Wanted = {
  given: string
  family: string
  trading_since: string
  email: string
  phone: string
  district_code?: string
}

/** A person the hub knows. */
export function makePerson(
  making: Making,
  { given, family, trading_since, email, phone, district_code = '' }: Wanted,
): Person {
  const reference = referenceOf(making, 'P')
  making.add('people', {
    reference,
    given_name: given,
    family_name: family,
    email,
    phone,
    district_code,
    trading_since,
  })
  return { reference, given, family, trading_since }
}

/** A person who comes for themselves: a learner, or somebody with an idea. */
export function makePrivatePerson(making: Making, trading_since: string): Person {
  const { chance, setting } = making
  const { given, family } = someName(chance)
  const district_code = chance.often(0.02)
    ? ''
    : chance.weighted(setting.districts.map(({ code, weight }) => [code, weight] as const))
  const email = chance.often(0.85) ? `${slugOf(given)}.${slugOf(family)}${making.number('mail box')}@mail.example` : ''
  return makePerson(making, {
    given,
    family,
    trading_since,
    email,
    phone: chance.often(0.05) ? someMobile(making) : '',
    district_code,
  })
}

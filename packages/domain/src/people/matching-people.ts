import { normaliseName, normalisePhone, normalisePostcode } from '../businesses/identifiers.ts'
import { likenessOf } from '../businesses/likeness.ts'
import { isSharedBox, normaliseEmail } from '../businesses/mail.ts'
import { type Match, verdictOn } from '../businesses/matching.ts'

/** What two descriptions of a person are compared by. Blank is unknown. */
export type KnownPerson = {
  given_name: string
  family_name: string
  email?: string | null | undefined
  phone?: string | null | undefined
  postcode?: string | null | undefined
}

const personalMail = (text: string) => (isSharedBox(text) ? undefined : normaliseEmail(text))

function shared<T>(
  read: (text: string) => T | undefined,
  one: string | null | undefined,
  other: string | null | undefined,
): T | undefined {
  const [a, b] = [one ? read(one) : undefined, other ? read(other) : undefined]
  return a !== undefined && a === b ? a : undefined
}

/** "J" and "Jo" may be Joanna; "Jo" and "Ann" are not. */
function mayBeSameGivenName(one: string, other: string): boolean {
  const [a, b] = [normaliseName(one), normaliseName(other)]
  return a !== '' && b !== '' && (a.startsWith(b) || b.startsWith(a) || likenessOf(a, b) >= 0.6)
}

/** A blank first name says nothing against anybody. */
const differInGivenName = (one: KnownPerson, other: KnownPerson): boolean =>
  normaliseName(one.given_name) !== '' &&
  normaliseName(other.given_name) !== '' &&
  !mayBeSameGivenName(one.given_name, other.given_name)

/**
 * Whether two descriptions are of one person: the same own mail and family name, or the same name with the same
 * postcode or phone. A mailbox that several people read (info@) is no sign, a name alone is only worth a question, and
 * so is the mail that a family shares.
 */
export function matchPeople(one: KnownPerson, other: KnownPerson): Match {
  const full = (person: KnownPerson) => normaliseName(`${person.given_name} ${person.family_name}`)
  const same_name = full(one) === full(other) && full(one) !== ''
  const same_family = normaliseName(one.family_name) === normaliseName(other.family_name)
  const near_name =
    same_name ||
    (same_family && mayBeSameGivenName(one.given_name, other.given_name)) ||
    likenessOf(full(one), full(other)) >= 0.75
  const mail = shared(personalMail, one.email, other.email)
  const phone = shared((text) => normalisePhone(text)?.e164, one.phone, other.phone)
  const postcode = shared(normalisePostcode, one.postcode, other.postcode)
  const signs = [
    ...(mail
      ? [
          {
            score: !same_family ? 70 : differInGivenName(one, other) ? 85 : 95,
            reason: `Same e-mail address ${mail}${same_family ? ' and family name' : ''}`,
          },
        ]
      : []),
    ...(postcode && near_name
      ? [{ score: same_name ? 92 : 68, reason: `${same_name ? 'Same name' : 'Similar name'} and postcode` }]
      : []),
    ...(phone
      ? [{ score: same_name ? 93 : near_name ? 80 : 55, reason: same_name ? 'Same name and phone' : 'Same phone' }]
      : []),
    ...(same_name && !postcode && !phone && !mail ? [{ score: 52, reason: 'Same name' }] : []),
  ]
  return verdictOn(signs)
}

import { normaliseCompanyNumber, normaliseName, normalisePhone, normalisePostcode } from './identifiers.ts'
import { isInitialsOf, isWithin, likenessOf, withoutBrackets } from './likeness.ts'
import { normaliseEmail, ownDomain } from './mail.ts'

/** What two descriptions of a business are compared by. Blank is unknown. */
export type KnownBusiness = {
  name: string
  trading_name?: string | null | undefined
  company_number?: string | null | undefined
  charity_number?: string | null | undefined
  postcode?: string | null | undefined
  email?: string | null | undefined
  phone?: string | null | undefined
}

export type Verdict = 'same' | 'maybe' | 'different'

/** How sure we are that two are one, from 0 to 100, and why, in words. */
export type Match = { verdict: Verdict; score: number; reason: string }

/** From here on two are the same; below they may be. */
export const SURE = 90
/** Below this nobody is asked. */
export const WORTH_ASKING = 50

const charityNumber = (text: string) =>
  text
    .toUpperCase()
    .replace(/[^A-Z0-9]/g, '')
    .replace(/^0+/, '') || undefined

function both<T>(
  read: (text: string) => T | undefined,
  one: string | null | undefined,
  other: string | null | undefined,
): [T, T] | undefined {
  const [a, b] = [one ? read(one) : undefined, other ? read(other) : undefined]
  return a === undefined || b === undefined ? undefined : [a, b]
}

type Closeness = { likeness: number; within: boolean; initials: boolean }

/** How close the closest pair of names is by which each goes. A name that is the same but for brackets is nearly the same. */
function closestNames(one: KnownBusiness, other: KnownBusiness): Closeness {
  const names = (business: KnownBusiness) =>
    [business.name, business.trading_name ?? ''].filter((name) => normaliseName(name) !== '')
  const pairs = names(one).flatMap((a) => names(other).map((b) => [a, b] as const))
  const likeness = pairs.map(([a, b]) =>
    Math.max(likenessOf(a, b), 0.92 * likenessOf(withoutBrackets(a), withoutBrackets(b))),
  )
  return {
    likeness: Math.max(0, ...likeness),
    within: pairs.some(([a, b]) => isWithin(a, b)),
    initials: pairs.some(([a, b]) => isInitialsOf(a, b)),
  }
}

type Sign = { score: number; reason: string }

/** A number given by a register settles it, either way. */
function byNumber(one: KnownBusiness, other: KnownBusiness): Sign | 'different' | undefined {
  const company = both(normaliseCompanyNumber, one.company_number, other.company_number)
  if (company?.[0] === company?.[1] && company) return { score: 100, reason: `Same company number ${company[0]}` }
  const charity = both(charityNumber, one.charity_number, other.charity_number)
  if (charity?.[0] === charity?.[1] && charity) return { score: 98, reason: `Same charity number ${charity[0]}` }
  return company || charity ? 'different' : undefined
}

function byNameAndPlace(
  { likeness, within, initials }: Closeness,
  postcodes: [string, string] | undefined,
): Sign | undefined {
  const same_place = postcodes !== undefined && postcodes[0] === postcodes[1]
  const alike = `Names ${Math.round(likeness * 100)}% alike`
  if (likeness === 1 && same_place) return { score: 95, reason: 'Same name and postcode' }
  if (likeness === 1)
    return postcodes ? { score: 72, reason: 'Same name, another postcode' } : { score: 82, reason: 'Same name' }
  if (initials) return { score: same_place ? 85 : 60, reason: 'One name is the initials of the other' }
  if (same_place)
    return likeness >= 0.5 || within
      ? { score: 60 + Math.round(likeness * 25), reason: `${alike}, same postcode` }
      : undefined
  // Where both are known to be elsewhere, the names must be all but the same.
  if (likeness >= (postcodes ? 0.9 : 0.75)) return { score: 40 + Math.round(likeness * 25), reason: alike }
  return within && likeness >= 0.55 && !postcodes ? { score: 52, reason: 'One name is part of the other' } : undefined
}

function byMail(one: KnownBusiness, other: KnownBusiness, likeness: number): Sign | undefined {
  const mail = both(normaliseEmail, one.email, other.email)
  const own = both(ownDomain, one.email, other.email)
  if (own && own[0] === own[1]) return { score: likeness >= 0.5 ? 92 : 75, reason: `Same e-mail domain ${own[0]}` }
  return mail && mail[0] === mail[1] ? { score: 70, reason: 'Same e-mail address' } : undefined
}

function byPhone(one: KnownBusiness, other: KnownBusiness, likeness: number): Sign | undefined {
  const phone = both(normalisePhone, one.phone, other.phone)
  return phone && phone[0].e164 === phone[1].e164
    ? { score: likeness >= 0.5 ? 91 : 65, reason: `Same phone ${phone[0].national}` }
    : undefined
}

/**
 * Whether two descriptions are of one business. The strongest sign decides: a register's number, then name and
 * postcode, then the organisation's own mail, then the phone, then the name alone. Different numbers of one register
 * are different businesses, however alike they look.
 */
export function matchBusinesses(one: KnownBusiness, other: KnownBusiness): Match {
  const number = byNumber(one, other)
  if (number === 'different') return { verdict: 'different', score: 0, reason: 'Different numbers' }
  if (number) return { verdict: 'same', ...number }
  const names = closestNames(one, other)
  const signs = [
    byNameAndPlace(names, both(normalisePostcode, one.postcode, other.postcode)),
    byMail(one, other, names.likeness),
    byPhone(one, other, names.likeness),
  ].filter((sign) => sign !== undefined)
  return verdictOn(signs)
}

/** The strongest sign decides, every further one adds a little, and all are told. */
export function verdictOn(signs: readonly Sign[]): Match {
  const [best, ...others] = signs.toSorted((a, b) => b.score - a.score)
  if (!best) return { verdict: 'different', score: 0, reason: 'Nothing in common' }
  const score = Math.min(best.score < SURE ? SURE + 5 : 99, best.score + 8 * others.length)
  const reason = [best, ...others]
    .map((sign, at) => (at === 0 ? sign.reason : sign.reason.charAt(0).toLowerCase() + sign.reason.slice(1)))
    .join('; ')
  return { verdict: score >= SURE ? 'same' : score >= WORTH_ASKING ? 'maybe' : 'different', score, reason }
}

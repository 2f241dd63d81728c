import { z } from 'zod'
import { normaliseName } from '../businesses/identifiers.ts'
import { isSharedBox, normaliseEmail } from '../businesses/mail.ts'
import { LEGAL_FORMS } from '../businesses/businesses-file.ts'
import { optionalText, requiredText, sent } from '../fields.ts'
import { type KnownPerson, matchPeople } from '../people/matching-people.ts'

/** What somebody said of themselves when they asked for a place. */
export type Attendee = KnownPerson & { business_name?: string | null | undefined }

/**
 * The one person whom the attendee must be, by the keys that people are known by: their own e-mail address with their
 * family name. Undefined where nobody is, or where a second person may as well be it: then a person of the hub decides.
 */
export function surelyThatPerson<Candidate extends KnownPerson>(
  attendee: Attendee,
  candidates: readonly Candidate[],
): Candidate | undefined {
  const [one, another] = candidates.filter((candidate) => matchPeople(attendee, candidate).verdict === 'same')
  return one && !another && isByOwnMail(attendee, one) ? one : undefined
}

function isByOwnMail(one: KnownPerson, other: KnownPerson): boolean {
  const mail = normaliseEmail(one.email ?? '')
  return (
    mail !== undefined &&
    !isSharedBox(mail) &&
    mail === normaliseEmail(other.email ?? '') &&
    normaliseName(one.family_name) === normaliseName(other.family_name)
  )
}

type Workplace = { name: string; trading_name: string | null }

/**
 * For which business somebody comes whose person is known: the one of their workplaces that goes by the name that they
 * gave; none where they gave none and work nowhere. Undefined: a person of the hub decides.
 */
export function surelyForBusiness<Place extends Workplace>(
  business_name: string | null | undefined,
  workplaces: readonly Place[],
): Place | null | undefined {
  const said = normaliseName(business_name ?? '')
  if (said === '') return workplaces.length === 0 ? null : undefined
  const [one, another] = workplaces.filter((place) =>
    [place.name, place.trading_name ?? ''].some((name) => normaliseName(name) === said),
  )
  return one && !another ? one : undefined
}

const Known = z.object({ id: z.uuid('Choose them again') })

/** Says who somebody is and for which business they came: linked with whom the hub knows, or added in the same go. */
export const MatchAttendee = z.object({
  ...sent,
  attendance_id: z.uuid('Reload the page and choose the place again'),
  person: z.union(
    [
      Known,
      z.object({
        given_name: requiredText('Enter the first name'),
        family_name: requiredText('Enter the last name'),
        email: optionalText(320),
        phone: optionalText(100),
        /** People shown as possible duplicates of whom was said: not the same. */
        although_similar_to: z.array(z.uuid()).max(20, 'Name at most 20 similar people').default([]),
      }),
    ],
    'Say who it is: choose one on record, or add them',
  ),
  /** Null: they came for themselves. */
  business: z
    .union(
      [
        Known,
        z.object({
          name: requiredText('Enter the name of the business', 300),
          legal_form: z.enum(LEGAL_FORMS, 'Choose the legal form'),
          postcode: optionalText(40),
          although_similar_to: z.array(z.uuid()).max(20, 'Name at most 20 similar businesses').default([]),
        }),
      ],
      'Say for which business they came, or that it was for themselves',
    )
    .nullable(),
  /** The person has a place at this event already: put the two together. */
  put_together: z.boolean().default(false),
})
export type MatchAttendee = z.infer<typeof MatchAttendee>

/** Of two places of one person the one that says most stays: having come outweighs having booked. */
const WEIGHT = ['cancelled', 'invited', 'waitlist', 'no_show', 'booked', 'attended'] as const
export const saysMore = (one: (typeof WEIGHT)[number], other: (typeof WEIGHT)[number]): boolean =>
  WEIGHT.indexOf(one) > WEIGHT.indexOf(other)

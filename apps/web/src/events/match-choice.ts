import type { MatchAttendee } from '@hubline/domain/events/match-attendee.ts'
import { surelyForBusiness } from '@hubline/domain/events/match-attendee.ts'
import { nameParts } from '@hubline/domain/people/name-parts.ts'
import type { inferOutput } from '@trpc/tanstack-react-query'
import type { z } from 'zod'
import type { trpc } from '../api.ts'
import type { Client } from '../businesses/client.ts'

export type Unmatched = inferOutput<typeof trpc.events.matchQueue>['rows'][number]
export type LegalForm = Exclude<z.input<typeof MatchAttendee>['business'], null | { id: string }>['legal_form']

/** What has been chosen so far for one guest. */
export type Choice = {
  /** A person on record, `new`, or nobody yet. */
  person: Client | 'new' | undefined
  /** A business on record, `new`, `none` (for themselves), or nothing yet. */
  business: Client | 'new' | 'none' | undefined
  new_person: { given_name: string; family_name: string }
  new_business: { name: string; legal_form: LegalForm | '' }
}

/** How a card starts: only what the keys have settled already is chosen. */
export function startOf({ person, given_name, family_name, business_name }: Unmatched): Choice {
  const typed = family_name === '' ? nameParts(given_name) : { given_name, family_name }
  return {
    person: person ? { kind: 'person', ...person } : undefined,
    business: undefined,
    new_person: typed,
    new_business: { name: business_name ?? '', legal_form: '' },
  }
}

/** The workplaces of the chosen person, as far as the queue knows them. */
export function workplacesOf({ people, workplaces }: Unmatched, { person }: Choice) {
  if (person === undefined || person === 'new') return []
  return people.find(({ id }) => id === person.id)?.workplaces ?? workplaces
}

/** A person is chosen: where they work settles the business only where it goes by the name that the guest gave. */
export function withPerson(guest: Unmatched, choice: Choice, person: Choice['person']): Choice {
  const workplaces = workplacesOf(guest, { ...choice, person })
  const sure = surelyForBusiness(guest.business_name, workplaces)
  if (!sure || person === 'new') return { ...choice, person }
  const { id, reference, name } = sure
  return { ...choice, person, business: { kind: 'business', id, reference, name } }
}

/** Everything that may be chosen as the business, each once: workplaces first, then names alike. */
export function businessesFor(guest: Unmatched, choice: Choice) {
  const workplaces = workplacesOf(guest, choice).map((place) => ({ ...place, reason: 'Works there' }))
  const known = new Set(workplaces.map(({ id }) => id))
  return [...workplaces, ...guest.businesses.filter(({ id }) => !known.has(id))].map(
    ({ id, reference, name, reason }) => ({
      id,
      reference,
      name,
      reason,
    }),
  )
}

/** What is sent. Those shown as alike and passed over are remembered as different. */
export function toSend(guest: Unmatched, choice: Choice): Omit<z.input<typeof MatchAttendee>, 'request_id'> | string {
  const { person, business, new_person, new_business } = choice
  if (person === undefined) return 'Say who it is: choose one on record, or add them'
  if (business === undefined) return 'Say for which business they came, or that it was for themselves'
  return {
    attendance_id: guest.id,
    person:
      person === 'new'
        ? {
            ...new_person,
            email: guest.email,
            phone: guest.phone,
            although_similar_to: guest.people.map(({ id }) => id),
          }
        : { id: person.id },
    business:
      business === 'none'
        ? null
        : business === 'new'
          ? {
              name: new_business.name,
              // An empty choice is refused in the schema's own words.
              legal_form: new_business.legal_form as LegalForm,
              although_similar_to: guest.businesses.map(({ id }) => id),
            }
          : { id: business.id },
  }
}

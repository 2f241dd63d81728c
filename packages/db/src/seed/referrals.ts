import { partnerFor } from './interactions.ts'
import type { Business, Making, Person } from './making.ts'
import type { Theme } from './note-themes.ts'
import { LAST_DAY } from './settings.ts'
import { workingDaysAfter } from './working-days.ts'

const RESULTS = [
  'Support given',
  'Loan offered',
  'Place on course',
  'Advice given, no further need',
  'Project agreed',
  'Grant application made',
  'Survey done, report received',
]

type Referred = { business?: Business; person?: Person; theme: Theme; on: string; to: string; by?: string }

/** Passes a client on, with consent, and follows it as far as it went by the last day. */
export function addReferral(making: Making, { business, person, theme, on, to, by }: Referred): void {
  const { chance } = making
  const later = workingDaysAfter(on, chance.between(0, 6))
  const made_on = later > to ? on : later
  const partner = partnerFor(making, theme.need)
  const end = chance.weighted([
    ['completed', 42],
    ['started', 12],
    ['accepted', 10],
    ['declined_by_partner', 5],
    ['declined_by_client', 6],
    ['no_response', 13],
    ['ineligible', 3],
    ['withdrawn', 5],
    ['acknowledged', 2],
    ['made', 2],
  ])
  const moved = ['completed', 'started', 'accepted'].includes(end)
  const day = (after: string, least: number, most: number) => workingDaysAfter(after, chance.between(least, most))
  const accepted_on = moved ? day(made_on, 2, 14) : ''
  const started_on = moved && end !== 'accepted' ? day(accepted_on, 3, 25) : ''
  const completed_on = end === 'completed' ? day(started_on, 10, 70) : ''
  const closed_on = completed_on || (moved || end === 'made' || end === 'acknowledged' ? '' : day(made_on, 8, 25))
  const so_far = (one: string) => (one > LAST_DAY ? '' : one)
  const reached =
    closed_on && closed_on > LAST_DAY
      ? so_far(started_on)
        ? 'started'
        : so_far(accepted_on)
          ? 'accepted'
          : 'made'
      : started_on > LAST_DAY
        ? so_far(accepted_on)
          ? 'accepted'
          : 'made'
        : accepted_on > LAST_DAY
          ? 'acknowledged'
          : end
  making.add('referrals', {
    business_reference: business?.reference ?? '',
    person_reference: person?.reference ?? '',
    organisation_reference: partner.reference,
    category: theme.category,
    status: reached,
    consent_on: chance.often(0.8) ? made_on : on,
    made_on,
    accepted_on: so_far(accepted_on),
    started_on: so_far(started_on),
    completed_on: so_far(completed_on),
    closed_on: so_far(closed_on),
    result: so_far(completed_on) ? chance.one(RESULTS) : '',
    adviser_email: by ?? business?.adviser ?? '',
  })
}

import type { Business, Making } from './making.ts'
import type { Theme } from './note-themes.ts'
import { THEMES } from './notes.ts'
import { START_UP_THEME } from './note-themes-people.ts'
import { someWorkingDay, workingDaysAfter } from './working-days.ts'

const CHANNELS = [
  ['telephone', 4],
  ['web form', 3],
  ['e-mail', 2],
  ['event', 0.7],
  ['partner', 1],
  ['walk-in', 0.3],
] as const

/** The enquiry that a year's work with a business began with. */
export function addEnquiry(
  making: Making,
  { business, on, from, to, theme }: { business: Business; on: string; from: string; to: string; theme: Theme },
): void {
  const { chance } = making
  const before = workingDaysAfter(on, -chance.between(0, 4))
  const closed_on = workingDaysAfter(on, chance.between(0, 3))
  making.add('enquiries', {
    business_reference: business.reference,
    person_reference: chance.often(0.5) ? (business.contacts[0]?.reference ?? '') : '',
    channel: chance.weighted(CHANNELS),
    received_on: before < from ? on : before,
    status: chance.weighted([
      ['case_opened', 4],
      ['answered', 4],
      ['signposted', 2],
      ['referred', 1],
    ]),
    closed_on: closed_on > to ? to : closed_on,
    minutes: String(chance.one([5, 10, 10, 15, 20])),
    subject: chance.one(theme.subjects),
  })
}

const ODD_SUBJECTS = [
  'Parking permit',
  'Council tax',
  'Directory listing offer',
  'Website services',
  'Job vacancy',
  'Looking for funding',
  'Business rates',
  'Help please',
  'Student project',
  'Invoice query',
]

/** Enquiries of a year that came to nothing that counts: nobody named, no reply, not for us. */
export function addOtherEnquiries(
  making: Making,
  { from, to, many }: { from: string; to: string; many: number },
): void {
  const { chance } = making
  for (let i = 0; i < many; i++) {
    const received_on = someWorkingDay(chance, from, to)
    const closed_on = workingDaysAfter(received_on, chance.between(0, 6))
    const status = chance.weighted([
      ['no_response', 4],
      ['not_eligible', 3],
      ['spam', 2],
      ['duplicate', 1],
      ['signposted', 3],
      ['answered', 2],
    ])
    const known = status === 'no_response' || status === 'not_eligible' || status === 'duplicate'
    making.add('enquiries', {
      business_reference: known && chance.often(0.6) ? chance.one(making.businesses).reference : '',
      channel: chance.weighted(CHANNELS),
      received_on,
      status,
      closed_on: closed_on > to ? to : closed_on,
      minutes: String(chance.one([0, 5, 5, 10])),
      subject: chance.often(0.5)
        ? chance.one(ODD_SUBJECTS)
        : chance.one(chance.one([...THEMES, START_UP_THEME]).subjects),
    })
  }
}

/** Enquiries that still wait on the last day. */
export function addWaitingEnquiries(making: Making, { last_day, many }: { last_day: string; many: number }): void {
  const { chance } = making
  for (let i = 0; i < many; i++) {
    const theme = chance.one([...THEMES, START_UP_THEME])
    making.add('enquiries', {
      business_reference: chance.often(0.6) ? chance.one(making.businesses).reference : '',
      channel: chance.weighted(CHANNELS),
      received_on: workingDaysAfter(last_day, -chance.between(0, 6)),
      status: chance.one(['new', 'new', 'assigned', 'in_triage']),
      subject: chance.one(theme.subjects),
    })
  }
}

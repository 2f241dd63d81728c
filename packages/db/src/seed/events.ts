import type { Business, Making, Person, YearInMaking } from './making.ts'
import { referenceOf, someEvidence } from './making.ts'
import { someWorkingDay } from './working-days.ts'

const TITLES: readonly (readonly [title: string, kind: string, minutes: number])[] = [
  ['Access to finance clinic', 'clinic', 120],
  ['Getting ready to export', 'workshop', 180],
  ['Social media for small firms', 'workshop', 150],
  ['Winning public contracts', 'workshop', 180],
  ['Managing cash in a hard year', 'webinar', 60],
  ['R&D relief explained', 'webinar', 60],
  ['Meet the buyer: made in the county', 'networking', 240],
  ['Business breakfast', 'networking', 90],
  ['Your first employee', 'workshop', 120],
  ['Energy costs: what to do this winter', 'webinar', 75],
  ['Lean on the shop floor', 'workshop', 300],
  ['Cyber basics', 'webinar', 60],
  ['Pricing for profit', 'workshop', 150],
  ['Sell online', 'workshop', 180],
  ['Customs after the changes', 'webinar', 90],
  ['Owners’ peer group', 'networking', 120],
  ['Apprentices: how it works', 'webinar', 60],
  ['Ceramics supply chain day', 'networking', 240],
]
const START_UP_TITLES: readonly (readonly [string, string, number])[] = [
  ['Start right: two-day workshop', 'workshop', 600],
  ['Is it for me? Evening for starters', 'workshop', 120],
  ['Tax and records for starters', 'webinar', 60],
  ['Test trading at the market', 'workshop', 180],
]

const someStatus = (making: Making): string =>
  making.chance.weighted([
    ['attended', 74],
    ['no_show', 13],
    ['cancelled', 8],
    ['invited', 3],
    ['waitlist', 2],
  ])

function addGuests(
  making: Making,
  {
    event,
    cancelled,
    guests,
  }: { event: string; cancelled: boolean; guests: readonly { business?: Business; person: Person | undefined }[] },
): void {
  for (const { business, person } of guests) {
    const status = cancelled ? 'booked' : someStatus(making)
    making.add('attendances', {
      event_reference: event,
      business_reference: business?.reference ?? '',
      person_reference: person?.reference ?? '',
      status,
      evidence_level: status === 'attended' ? someEvidence(making.chance) : '',
    })
  }
}

/** A year's events. Businesses that come are ones the year serves; starters come to the start-up events. */
export function addEvents(making: Making, year: YearInMaking): void {
  const { chance } = making
  for (let at = 0; at < year.plan.events; at++) {
    const start_up = at % 5 === 4
    const [title, kind, minutes] = chance.one(start_up ? START_UP_TITLES : TITLES)
    const held_on = someWorkingDay(chance, year.from, year.to)
    const online = held_on >= '2020-03-24' && held_on <= '2021-06-30'
    const cancelled = chance.often(0.05)
    const event = referenceOf(making, 'EV')
    making.add('events', {
      reference: event,
      title,
      kind: online ? 'webinar' : kind,
      held_on,
      minutes: String(minutes),
      start_up_support: start_up ? 'yes' : 'no',
      status: cancelled ? 'cancelled' : 'delivered',
    })
    const many = chance.between(9, 26)
    const waiting = year.starters.filter(({ trading_since }) => trading_since === '' || trading_since > held_on)
    const guests = start_up
      ? chance.some(waiting, many).map((person) => ({ person }))
      : chance
          .some(year.served, many)
          .filter(({ since }) => since <= held_on)
          .flatMap((business) =>
            business.contacts.slice(0, chance.often(0.25) ? 2 : 1).map((person) => ({ business, person })),
          )
    addGuests(making, { event, cancelled, guests })
  }
}

/** Events that are announced for the weeks after the last day. */
export function addComingEvents(making: Making, { year, days }: { year: YearInMaking; days: readonly string[] }): void {
  for (const held_on of days) {
    const [title, kind, minutes] = making.chance.one(TITLES)
    const event = referenceOf(making, 'EV')
    making.add('events', {
      reference: event,
      title,
      kind,
      held_on,
      minutes: String(minutes),
      start_up_support: 'no',
      status: 'published',
    })
    const guests = making.chance.some(year.served, 9).map((business) => ({ business, person: business.contacts[0] }))
    addGuests(making, { event, cancelled: true, guests })
  }
}

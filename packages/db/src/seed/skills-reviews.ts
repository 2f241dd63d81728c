import { addInteraction } from './interactions.ts'
import { type Business, type Making, type YearInMaking, staffOf } from './making.ts'
import { PEOPLE_THEMES } from './note-themes-people.ts'
import { LAST_DAY } from './settings.ts'
import { daysAfter, someWorkingDay, workingDaysAfter } from './working-days.ts'

const HOURS = ['09:30', '10:00', '11:15', '13:30', '14:00', '15:15']
/** The clocks go forward on the last Sunday of March and back on that of October; near enough for a diary of the past. */
const offsetOn = (day: string) => (day.slice(5) >= '04-01' && day.slice(5) <= '10-24' ? '+01:00' : '+00:00')

/** A slot of an hour and a half. */
function slotOn(day: string, hour: string): { slot_start: string; slot_end: string } {
  const minutes = Number(hour.slice(0, 2)) * 60 + Number(hour.slice(3)) + 90
  const end = `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
  return { slot_start: `${day}T${hour}:00${offsetOn(day)}`, slot_end: `${day}T${end}:00${offsetOn(day)}` }
}

const HELD = [
  ['held', 12],
  ['report_issued', 10],
  ['plan_agreed', 28],
  ['uptake_recorded', 30],
  ['closed', 20],
] as const

function addHeld(
  making: Making,
  year: YearInMaking,
  { business, offered_on }: { business: Business; offered_on: string },
): void {
  const { chance } = making
  const wanted = workingDaysAfter(offered_on, chance.between(5, 28))
  const held_on = wanted > year.to ? someWorkingDay(chance, offered_on, year.to) : wanted
  const status = chance.weighted(HELD)
  const agreed = workingDaysAfter(held_on, chance.between(4, 22))
  const plan_agreed_on = status === 'held' || status === 'report_issued' || agreed > LAST_DAY ? '' : agreed
  making.add('skills_reviews', {
    business_reference: business.reference,
    broker_email: business.broker,
    status: plan_agreed_on === '' && status !== 'held' ? 'report_issued' : status,
    offered_on,
    offer_channel: someOffer(making),
    booked_on: workingDaysAfter(offered_on, 2) > held_on ? offered_on : workingDaysAfter(offered_on, 2),
    ...slotOn(held_on, chance.one(HOURS)),
    held_on,
    plan_agreed_on,
    evidence_level: chance.one(['documented', 'documented', 'verified', 'self_declared']),
  })
  const [theme] = PEOPLE_THEMES
  if (theme)
    addInteraction(making, {
      business,
      kind: 'skills_review_meeting',
      on: held_on,
      theme,
      by: business.broker,
      programme: 'PRG-10003',
    })
}

const someOffer = ({ chance }: Making) =>
  chance.weighted([
    ['telephone', 6],
    ['e-mail', 4],
    ['face to face', 2],
    ['video', 1],
  ])

/** Offers of a year to exactly so many businesses of the area; a review is held only with one that the year serves. */
export function addSkillsReviews(making: Making, year: YearInMaking, offered: readonly Business[]): void {
  const { chance } = making
  for (const business of offered) {
    const from = business.since > year.from ? business.since : year.from
    const offered_on = someWorkingDay(chance, from, year.to)
    if (year.isServed(business) && chance.often(year.plan.returning === 0 ? 0.38 : 0.62))
      addHeld(making, year, { business, offered_on })
    else addUnheld(making, { business, offered_on })
    if (chance.often(0.06)) addUnheld(making, { business, offered_on: someWorkingDay(chance, offered_on, year.to) })
  }
}

function addUnheld(making: Making, { business, offered_on }: { business: Business; offered_on: string }): void {
  const { chance } = making
  const recent = offered_on > daysAfter(LAST_DAY, -25)
  const status = recent
    ? chance.weighted([
        ['offered', 6],
        ['accepted', 3],
        ['declined', 1],
      ])
    : chance.weighted([
        ['declined', 34],
        ['no_response', 44],
        ['accepted', 4],
        ['cancelled', 7],
        ['no_show', 6],
        ['offered', 3],
      ])
  const booked = status === 'cancelled' || status === 'no_show'
  const day = workingDaysAfter(offered_on, chance.between(5, 20))
  making.add('skills_reviews', {
    business_reference: business.reference,
    broker_email: business.broker,
    status,
    offered_on,
    offer_channel: someOffer(making),
    booked_on: booked ? offered_on : '',
    ...(booked ? slotOn(day, chance.one(HOURS)) : {}),
  })
}

/** So many working days after the last day, one booking of a broker after the other; and when it begins. */
const AHEAD = [1, 2, 3, 4, 6, 8, 9, 11]
const STARTS = ['10:00', '13:30', '09:30', '14:30', '11:00']

/** Reviews booked for the weeks after the last day, no broker in two places at a time. */
export function addBookedReviews(
  making: Making,
  { businesses, offered_after }: { businesses: readonly Business[]; offered_after: string },
): void {
  const { chance } = making
  const brokers = staffOf(making, 'skills_broker')
  businesses.forEach((business, at) => {
    const round = Math.floor(at / brokers.length)
    const broker = at % brokers.length
    const day = workingDaysAfter(LAST_DAY, (AHEAD[round % AHEAD.length] as number) + (broker === 1 ? 1 : 0))
    const offered_on = someWorkingDay(chance, offered_after, workingDaysAfter(LAST_DAY, -3))
    making.add('skills_reviews', {
      business_reference: business.reference,
      broker_email: brokers[broker] as string,
      status: 'booked',
      offered_on,
      offer_channel: someOffer(making),
      booked_on: workingDaysAfter(offered_on, 1),
      ...slotOn(day, STARTS[(round + broker) % STARTS.length] as string),
    })
  })
}

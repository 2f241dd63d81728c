import { addCapitalProjects } from './capital-projects.ts'
import { addCaseload } from './caseload.ts'
import { addOtherEnquiries, addWaitingEnquiries } from './enquiries.ts'
import { addComingEvents, addEvents } from './events.ts'
import { addGrants } from './grants.ts'
import { addJourney } from './journeys.ts'
import { type Business, type Making, type Person, type YearInMaking, beginMaking, beginYear } from './making.ts'
import { numberRows } from './numbering.ts'
import { addOutcomes } from './outcomes.ts'
import { addPartnerReturns } from './partners.ts'
import { addDoubtful, addMerged, addUncounted, chooseServed } from './served.ts'
import { LAST_DAY, type Setting } from './settings.ts'
import { addBookedReviews, addSkillsReviews } from './skills-reviews.ts'
import { addStarted, addStarters } from './starting-up.ts'
import { addSurveys } from './surveys.ts'
import { addTargets } from './targets.ts'
import { addCourses, addTraining } from './training.ts'
import { daysAfter } from './working-days.ts'

/** What one year hands on to the next. */
type SoFar = {
  years: YearInMaking[]
  learners: Person[]
  asked: Set<Business>
  begun: Business[]
  courses: string[]
  capital_pence: ReadonlyMap<string, number>
}

function addHouse(making: Making): void {
  const { setting } = making
  making.add('hub', { name: setting.name, area_codes: setting.area_codes.join(' ') })
  for (const { themes: _, ...partner } of setting.partners) making.add('organisations', partner)
  for (const programme of setting.programmes) making.add('programmes', { ...programme })
  for (const member of setting.staff) making.add('advisers', { ...member })
}

/** Reviews are offered to some of the year's businesses and to others that the hub knows. */
function offerReviews(making: Making, year: YearInMaking): void {
  const { chance } = making
  const { reviews_offered } = year.plan
  const ours = chance.some(year.served, Math.min(year.served.length, Math.round(reviews_offered * 0.6)))
  const others = making.businesses.filter((business) => !year.isServed(business) && business.since < year.from)
  const offered = [...ours, ...chance.some(others, reviews_offered - ours.length)]
  const rest = chance.some(
    year.served.filter((business) => !ours.includes(business)),
    reviews_offered - offered.length,
  )
  const all = [...offered, ...rest]
  const booked = year.to === LAST_DAY ? all.slice(0, Math.ceil(reviews_offered / 9)) : []
  addSkillsReviews(making, year, all.slice(booked.length))
  addBookedReviews(making, { businesses: booked, offered_after: daysAfter(LAST_DAY, -24) })
}

function addYear(making: Making, year: YearInMaking, so_far: SoFar): void {
  const { years, begun, courses, learners, asked, capital_pence } = so_far
  const before = years.at(-1)
  const begun_now = addStarters(making, year, before)
  chooseServed(making, year, { begun: [...begun, ...begun_now], before: years })
  const busy = year.to === LAST_DAY ? addCaseload(making, year, before) : new Set<Business>()
  for (const business of year.served) if (!busy.has(business)) addJourney(making, year, business)
  addStarted(making, begun_now)
  addUncounted(making, year)
  addMerged(making, year)
  addOtherEnquiries(making, { from: year.from, to: year.to, many: Math.round(year.plan.supported * 0.06) })
  offerReviews(making, year)
  so_far.learners = addTraining(making, year, { courses, before: learners })
  addEvents(making, year)
  addGrants(making, year)
  addOutcomes(making, year, capital_pence.get(year.plan.year) ?? 0)
  addSurveys(making, year, asked)
  addPartnerReturns(making, year)
  so_far.begun = begun_now
}

/** Makes a demonstration hub, year by year. */
export function makeDemonstration(setting: Setting): Making {
  const making = beginMaking(setting)
  addHouse(making)
  const capital_pence = setting.capital ? addCapitalProjects(making) : new Map<string, number>()
  const so_far: SoFar = {
    years: [],
    learners: [],
    asked: new Set(),
    begun: [],
    courses: addCourses(making),
    capital_pence,
  }
  for (const plan of setting.years) {
    const year = beginYear(plan)
    addYear(making, year, so_far)
    so_far.years.push(year)
  }
  const [latest] = so_far.years.slice(-1)
  if (latest) {
    addComingEvents(making, { year: latest, days: ['2026-11-26', '2026-12-03', '2026-12-10', '2027-01-21'] })
    addDoubtful(making, latest)
  }
  addWaitingEnquiries(making, { last_day: LAST_DAY, many: Math.max(3, Math.round(setting.staff.length)) })
  addTargets(making)
  numberRows(making)
  return making
}

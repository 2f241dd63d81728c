import { makeBusiness } from './businesses.ts'
import { addCase, someCloseReason } from './cases.ts'
import { addInteraction } from './interactions.ts'
import { type Business, type Making, type Person, type YearInMaking, someEvidence, staffOf } from './making.ts'
import { IDEAS, START_UP_THEME } from './note-themes-people.ts'
import { makePrivatePerson } from './people.ts'
import { addReferral } from './referrals.ts'
import { LAST_DAY } from './settings.ts'
import { daysAfter, stretchOf, workingDaysAfter } from './working-days.ts'

function supportStarter(
  making: Making,
  { person, days, year }: { person: Person; days: string[]; year: YearInMaking },
): void {
  const { chance } = making
  const [first = year.to] = days
  const by = chance.one(staffOf(making, 'adviser'))
  const programme = 'PRG-10004'
  const closed_on = workingDaysAfter(days.at(-1) ?? first, chance.between(5, 50))
  const case_reference =
    days.length < 2 || closed_on > year.to
      ? ''
      : addCase(making, {
          person_reference: person.reference,
          kind: 'start_up',
          programme_reference: programme,
          owner_email: by,
          opened_on: first,
          status: 'closed',
          closed_on,
          close_reason: someCloseReason(making),
        })
  const idea = chance.one(IDEAS)
  days.forEach((on, at) => {
    const kind =
      at === 0
        ? chance.weighted([
            ['advice_session', 6],
            ['triage_call', 3],
          ])
        : chance.weighted([
            ['advice_session', 6],
            ['mentoring', 2],
            ['email_advice', 1],
          ])
    addInteraction(making, {
      person,
      kind,
      on,
      theme: START_UP_THEME,
      by,
      programme,
      case_reference,
      start_up: true,
      idea,
    })
  })
  if (days.length > 2 && chance.often(0.4))
    making.add('diagnostics', {
      person_reference: person.reference,
      case_reference,
      completed_on: days[1] ?? first,
      start_up_support: 'yes',
      evidence_level: someEvidence(chance),
    })
  if (chance.often(0.18))
    addReferral(making, { person, theme: START_UP_THEME, on: days.at(-1) ?? first, to: year.to, by })
}

/** People helped while they were not yet trading, exactly as many as the year's plan says; some of them begin within the year. */
export function addStarters(making: Making, year: YearInMaking, before: YearInMaking | undefined): Business[] {
  const { chance } = making
  const { from, to, plan } = year
  const begun: Business[] = []
  const still = (before?.starters ?? []).filter(({ trading_since }) => trading_since === '')
  const again = chance.some(still, Math.round(plan.helped_to_start * 0.07))
  for (let at = 0; at < plan.helped_to_start; at++) {
    const begins = at < plan.started
    const old = begins ? undefined : again.pop()
    const days = stretchOf(chance, {
      from,
      to: begins ? workingDaysAfter(to, -40) : to,
      many: chance.weighted([
        [1, 45],
        [2, 28],
        [3, 17],
        [5, 10],
      ]),
    })
    const wanted = workingDaysAfter(days.at(-1) ?? from, chance.between(4, 60))
    const on = wanted > to ? workingDaysAfter(to, -chance.between(0, 8)) : wanted
    const person = old ?? makePrivatePerson(making, begins ? on : '')
    year.starters.push(person)
    supportStarter(making, { person, days, year })
    if (begins) begun.push(makeBusiness(making, { before: from, begun: { by: person, on } }))
  }
  addTooLate(making, year)
  return begun
}

/** Helped with starting up although they traded already: shown, and not counted. */
function addTooLate(making: Making, year: YearInMaking): void {
  for (let i = 0; i < Math.max(1, Math.round(year.plan.helped_to_start / 60)); i++) {
    const person = makePrivatePerson(making, daysAfter(year.from, -making.chance.between(20, 400)))
    supportStarter(making, { person, days: stretchOf(making.chance, { from: year.from, to: year.to, many: 1 }), year })
  }
}

const verifiedOn = ({ chance }: Making, since: string): string => {
  const day = workingDaysAfter(since, chance.between(4, 25))
  return day > LAST_DAY ? LAST_DAY : day
}

/** The businesses that began: most with a registration or first invoice as evidence, a few on the person's word. */
export function addStarted(making: Making, begun: readonly Business[]): void {
  const { chance, setting } = making
  const verifier = setting.staff.find(({ role }) => role === 'manager')?.email ?? ''
  begun.forEach((business, at) => {
    const sure = at % 14 !== 13
    making.add('outcomes', {
      kind: 'business_started',
      business_reference: business.reference,
      person_reference: business.contacts[0]?.reference ?? '',
      programme_reference: 'PRG-10004',
      state: sure ? 'verified' : 'claimed',
      occurred_on: business.since,
      is_primary: 'yes',
      evidence_level: sure ? chance.one(['documented', 'documented', 'verified']) : 'self_declared',
      verified_by_email: sure ? verifier : '',
      verified_on: sure ? verifiedOn(making, business.since) : '',
    })
  })
}

import { makeBusiness } from './businesses.ts'
import { addInteraction } from './interactions.ts'
import { someTheme } from './journeys.ts'
import type { Business, Making, YearInMaking } from './making.ts'
import { someWorkingDay } from './working-days.ts'

/** Chooses the businesses of a year, exactly as many as its plan says: some just begun, some come back, the rest new. */
export function chooseServed(
  making: Making,
  year: YearInMaking,
  { begun, before }: { begun: readonly Business[]; before: readonly YearInMaking[] },
): void {
  const { chance } = making
  const { plan, from, served } = year
  const chosen = new Set<Business>()
  for (const business of begun) if (business.since < year.to && chance.often(0.3)) chosen.add(business)
  const latest = before.at(-1)
  const returning = Math.round(plan.supported * plan.returning)
  const recent = latest ? [...latest.deep, ...latest.deep, ...latest.served] : []
  for (const business of chance.some(recent, Math.round(returning * 1.1)))
    if (chosen.size < returning * 0.72) chosen.add(business)
  const ever = making.businesses.filter((business) => business.since < from)
  while (chosen.size < returning && ever.length > 0) chosen.add(chance.one(ever))
  while (chosen.size < plan.supported) chosen.add(makeBusiness(making, { before: from }))
  served.push(...[...chosen].slice(0, plan.supported))
}

/** Work of a year that the figures leave out: other areas, calls nobody took, contacts without evidence. */
export function addUncounted(making: Making, year: YearInMaking): void {
  const { chance } = making
  const { from, to, plan } = year
  const many = (share: number) => Math.max(1, Math.round(plan.supported * share))
  const touch = (business: Business, kind: string, evidence: string) => {
    const earliest = business.since > from ? business.since : from
    addInteraction(making, {
      business,
      kind,
      on: someWorkingDay(chance, earliest, to),
      theme: someTheme(making, business, plan.year),
      by: business.adviser,
      evidence,
    })
  }
  for (let i = 0; i < many(0.006); i++) {
    const abroad = makeBusiness(making, { before: from, outside: true })
    touch(abroad, 'triage_call', 'self_declared')
    if (chance.often(0.4)) touch(abroad, 'advice_session', 'documented')
  }
  const idle = making.businesses.filter((business) => !year.isServed(business) && business.since < from)
  for (const business of chance.some(idle, many(0.02))) touch(business, 'attempted_contact', '')
  for (const business of chance.some(idle, many(0.005))) touch(business, 'admin_note', '')
  for (const business of chance.some(idle, many(0.004))) touch(business, 'advice_session', 'none')
}

/** The same client entered twice and put together again: the second entry's work counts for the first. */
export function addMerged(making: Making, year: YearInMaking): void {
  const { chance } = making
  for (const business of chance.some(year.served, Math.max(1, Math.round(year.plan.supported * 0.004)))) {
    const reference = `B-${10_000 + making.number('B')}`
    const shown = chance.one([
      business.name.toUpperCase(),
      business.name.replace(/ (Ltd|Limited)$/, ''),
      business.name.replace(' & ', ' and '),
    ])
    making.add('businesses', {
      reference,
      name: shown,
      legal_form: 'unknown',
      trading_since: business.since,
      merged_into_reference: business.reference,
    })
    const twin: Business = { ...business, reference, contacts: business.contacts }
    const from = business.since > year.from ? business.since : year.from
    addInteraction(making, {
      business: twin,
      kind: 'triage_call',
      on: someWorkingDay(chance, from, year.to),
      theme: someTheme(making, business, year.plan.year),
      by: business.adviser,
      evidence: 'self_declared',
    })
  }
  for (const person of chance.some(year.starters, Math.max(1, Math.round(year.starters.length * 0.01))))
    making.add('people', {
      reference: `P-${10_000 + making.number('P')}`,
      given_name: person.given,
      family_name: person.family.toUpperCase(),
      merged_into_reference: person.reference,
    })
}

/** Entries that may be second entries of a business: for somebody to look at and decide. */
export function addDoubtful(making: Making, year: YearInMaking): void {
  const { chance, rows } = making
  const businesses = rows.get('businesses') ?? []
  for (const { reference } of chance.some(year.served, Math.max(1, Math.round(year.served.length / 40)))) {
    const row = businesses.find((one) => one['reference'] === reference)
    if (!row) continue
    const name = row['name'] ?? ''
    const other = chance.one([
      name.replace(/ (Ltd|Limited|LLP|CIC)$/, ''),
      name.replace(/Limited$/, 'Ltd').replace(' & ', ' and '),
      name.toUpperCase(),
      name.replace('The ', ''),
    ])
    making.add('businesses', {
      ...row,
      reference: `B-${10_000 + making.number('B')}`,
      name: other,
      company_number: '',
      vat_number: '',
      email: '',
      website: '',
      employees_fte: '',
      turnover_gbp: '',
      measured_on: '',
    })
  }
}

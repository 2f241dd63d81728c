import type { Making, YearInMaking } from './making.ts'
import { LAST_DAY } from './settings.ts'
import { someWorkingDay, workingDaysAfter } from './working-days.ts'

const SCHEMES = [
  'Business growth grant',
  'Digital adoption voucher',
  'Low carbon capital grant',
  'Recovery grant',
  'Innovation voucher',
  'Start and grow grant',
  'Export readiness grant',
]

/** The rules under which small aid was given at the time. */
const regimeOn = (day: string): string =>
  day < '2021-01-01' ? 'de_minimis' : day < '2023-01-04' ? 'small_amount' : 'mfa'

/** The grants of a year, to businesses that it serves: so many accepted, and those that came to nothing. */
export function addGrants(making: Making, year: YearInMaking): void {
  const { chance } = making
  const clients = year.deep.length > 0 ? year.deep : year.served
  for (let at = 0; at < Math.round(year.plan.grants * 1.5); at++) {
    const business = chance.one(clients)
    const from = business.since > year.from ? business.since : year.from
    const offered_on = someWorkingDay(chance, from, year.to)
    const confirmed = workingDaysAfter(offered_on, chance.between(1, 6))
    const accepted = workingDaysAfter(confirmed, chance.between(0, 5))
    const goes_on = at < year.plan.grants && accepted <= year.to
    const paid = workingDaysAfter(accepted, chance.between(15, 90))
    const status = goes_on
      ? paid > LAST_DAY
        ? chance.one(['offer_accepted', 'in_delivery'])
        : chance.weighted([
            ['paid', 88],
            ['in_delivery', 5],
            ['withdrawn', 5],
            ['recovered', 2],
          ])
      : chance.weighted([
          ['rejected', 5],
          ['withdrawn', 3],
          ['applied', offered_on > '2026-08-01' ? 6 : 0.5],
          ['offer_issued', offered_on > '2026-08-01' ? 3 : 0],
          ['approved', offered_on > '2026-08-01' ? 2 : 0],
          ['enquiry', 1],
        ])
    const offered = goes_on || status === 'offer_issued'
    making.add('grants', {
      business_reference: business.reference,
      scheme: year.plan.year === '2020-21' && chance.often(0.6) ? 'Recovery grant' : chance.one(SCHEMES),
      programme_reference: offered_on < '2022-10-01' ? 'PRG-10002' : 'PRG-10006',
      regime: regimeOn(offered_on),
      amount_gbp: `${chance.one([1000, 1500, 2000, 2500, 3000, 4750, 5000, 7500, 9800, 10_000, 12_400, 15_000, 18_650, 20_000, 25_000, 38_000, 50_000])}.00`,
      offered_on: offered ? offered_on : '',
      client_confirmed_on: goes_on ? confirmed : '',
      accepted_on: goes_on ? accepted : '',
      paid_on: status === 'paid' || status === 'recovered' ? paid : '',
      status,
    })
  }
}

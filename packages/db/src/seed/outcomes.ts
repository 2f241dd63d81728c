import { type Business, type Making, type Row, type YearInMaking, pounds, someEvidence } from './making.ts'
import { LAST_DAY } from './settings.ts'
import { someWorkingDay, workingDaysAfter } from './working-days.ts'

const WEEKS = [
  ['37.5', 5],
  ['40', 4],
  ['30', 1],
  ['24', 1],
  ['20', 1.4],
  ['16', 1],
  ['35', 1],
  ['15', 0.6],
  ['22.5', 0.5],
] as const

const verifierOf = ({ chance, setting }: Making): string =>
  chance.one(setting.staff.filter(({ role }) => role === 'manager')).email

/** A claim that was verified in time. */
function verified(making: Making, occurred_on: string): Row {
  const day = workingDaysAfter(occurred_on, making.chance.between(5, 30))
  return {
    state: 'verified',
    is_primary: 'yes',
    evidence_level: 'verified',
    verified_by_email: verifierOf(making),
    verified_on: day > LAST_DAY ? LAST_DAY : day,
  }
}

/** Hours of posts whose hours, at most thirty of each, come to exactly so many. */
function postsOf(making: Making, hours: number): string[] {
  const posts: string[] = []
  let left = hours
  while (left > 0) {
    const wanted = making.chance.weighted(WEEKS)
    const counted = Math.min(30, Number(wanted))
    posts.push(left >= counted ? wanted : String(left))
    left -= Math.min(counted, left)
  }
  return posts
}

const dayFor = (making: Making, year: YearInMaking, business: Business) =>
  someWorkingDay(making.chance, business.since > year.from ? business.since : year.from, year.to)

function addJobs(making: Making, year: YearInMaking): void {
  const { chance } = making
  let business = chance.one(year.deep)
  let occurred_on = dayFor(making, year, business)
  for (const hours_per_week of postsOf(making, year.plan.job_hours)) {
    if (chance.often(0.55)) business = chance.one(year.deep)
    occurred_on = chance.often(0.5) && occurred_on >= business.since ? occurred_on : dayFor(making, year, business)
    making.add('outcomes', {
      kind: 'job_created',
      business_reference: business.reference,
      programme_reference: chance.one(['PRG-10001', occurred_on < '2022-10-01' ? 'PRG-10002' : 'PRG-10006']),
      occurred_on,
      hours_per_week,
      full_time_week: chance.one(['37.5', '40', '']),
      expected_months: chance.one(['', '12', '24', '36']),
      ...verified(making, occurred_on),
    })
  }
}

function addSafeguarded(making: Making, year: YearInMaking): void {
  const { chance } = making
  for (let i = 0; i < year.plan.safeguarded_posts; i++) {
    const business = chance.one(year.deep)
    const occurred_on = dayFor(making, year, business)
    making.add('outcomes', {
      kind: 'job_safeguarded',
      business_reference: business.reference,
      occurred_on,
      hours_per_week: chance.weighted(WEEKS),
      full_time_week: chance.one(['37.5', '40']),
      expected_months: '12',
      at_risk_noted_on: chance.often(0.04) ? '' : workingDaysAfter(occurred_on, -chance.between(20, 110)),
      ...verified(making, occurred_on),
    })
  }
}

/** Money that businesses spent beside the help given, many small sums and a few large, exactly so many pence in all. */
function addInvestment(making: Making, year: YearInMaking, pence: number): void {
  const { chance } = making
  const typical = Math.max(200_000, pence / 120)
  for (let left = pence; left > 0;) {
    const wanted = Math.round((typical * Math.exp((chance.part() + chance.part() - 1.1) * 2.2)) / 5000) * 5000
    const amount = left - wanted < typical / 3 ? left : wanted
    left -= amount
    const business = chance.one(year.deep)
    const occurred_on = dayFor(making, year, business)
    making.add('outcomes', {
      kind: 'investment_private',
      business_reference: business.reference,
      occurred_on,
      amount_gbp: pounds(amount),
      ...verified(making, occurred_on),
    })
  }
}

/** Claims that the figures leave out: promised, short, claimed twice, or a job on the building site. */
function addUnproven(making: Making, year: YearInMaking): void {
  const { chance } = making
  const many = Math.max(2, Math.round(year.deep.length / 12))
  for (let i = 0; i < many; i++) {
    const business = chance.one(year.deep)
    const occurred_on = dayFor(making, year, business)
    const kind = chance.weighted([
      ['job_created', 6],
      ['investment_private', 2],
      ['investment_public', 2],
      ['construction_job', 2],
      ['new_product_to_firm', 4],
      ['new_product_to_market', 2],
      ['other', 0.5],
    ])
    const money = kind.startsWith('investment')
    const job = kind.endsWith('job') || kind === 'job_created'
    const row = {
      kind,
      business_reference: business.reference,
      occurred_on,
      hours_per_week: job ? chance.weighted(WEEKS) : '',
      amount_gbp: money ? `${chance.between(4, 160) * 1000}.00` : '',
    }
    const why = chance.one(['promised', 'claimed', 'short', 'secondary'])
    if (why === 'short' && kind === 'job_created')
      making.add('outcomes', { ...row, expected_months: '6', ...verified(making, occurred_on) })
    else if (why === 'secondary') making.add('outcomes', { ...row, ...verified(making, occurred_on), is_primary: 'no' })
    else
      making.add('outcomes', {
        ...row,
        state: chance.one(['forecast', 'contracted', 'claimed', 'claimed', 'evidenced', 'rejected']),
        is_primary: 'yes',
        evidence_level: someEvidence(chance),
      })
  }
}

/** The results of a year. `capital_pence` is the private money that its capital projects brought in already. */
export function addOutcomes(making: Making, year: YearInMaking, capital_pence: number): void {
  addJobs(making, year)
  addSafeguarded(making, year)
  addInvestment(making, year, year.plan.private_pence - capital_pence)
  addUnproven(making, year)
}

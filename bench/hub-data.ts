import type { FileInMemory } from '@hubline/api/imports/bundle-source.ts'
import { randomOf } from '../tests/recount/random.ts'

/** How much a hub holds; D2 is ten times D1. */
export type Size = {
  businesses: number
  people: number
  cases: number
  interactions: number
  referrals: number
  outcomes: number
}

const D1: Size = {
  businesses: 30_000,
  people: 60_000,
  cases: 12_000,
  interactions: 150_000,
  referrals: 40_000,
  outcomes: 20_000,
}

/** Where a year is closed: 60,000 clients with five interactions each. */
export const YEAR_END: Size = {
  businesses: 30_000,
  people: 30_000,
  cases: 12_000,
  interactions: 300_000,
  referrals: 40_000,
  outcomes: 20_000,
}

export const SIZES: Readonly<Record<string, Size>> = {
  D1,
  D2: Object.fromEntries(Object.entries(D1).map(([name, many]) => [name, many * 10])) as Size,
}

/** Everything is dated in five years; this is the last of them. */
export const YEAR = '2025-26'
const FIRST_DAY = Date.UTC(2021, 3, 1)
const DAYS = 5 * 365 + 1

const ADVISERS = 80
const words = (text: string) => text.split(' ')
const BEGINNINGS = words(
  'Amber Birch Cedar Dunmore Elder Fenwick Garrow Hollin Inker Jessop Kestle Larken Mossley Nettle Orrel Pinder Quarn Raven Saggar Tarnside Umber Vennel Wether Yarrow Alder Bramble Cloud Dunnel Furnace Gritten Hazel Kiln Linnet Marlow Otter Peveril Slipway Thistle Trenter Wychwood',
)
const MIDDLES = words(
  'Bridge Brook Combe Court Dale Down Field Ford Gate Green Grove Hall Heath Hill House Lane Mead Mill Moor Park Rise Side Vale View Water Wood',
)
const TRADES = words(
  'Analytics Bakery Brewing Care Ceramics Cleaning Dental Design Electrical Energy Engineering Farm Foods Furniture Garage Haulage Joinery Legal Machining Media Metals Nursery Plastics Plumbing Pottery Printing Roofing Software Steel Textiles Tiles Timber Training Travel',
)
const GIVEN = words('Nadia Dev Tom Priya Idris Agnieszka Siân Li Grace Omar Ruth Callum Fatima Ewan Zoë Joan')
const FAMILY = words('Patel Smith Ahmed Nowak Wedge Müller Jones Okafor Singh Brown Evans Khan Walker Hughes Green Lee')
const KINDS = words('advice_session advice_session triage_call mentoring account_management site_visit admin_note')
const OUTCOMES = words('job_created job_created job_safeguarded investment_private business_started other')

/** A hub of a size, the same every time: an iterable of files whose rows are made as they are read. */
export function hubData(size: Size): FileInMemory[] {
  const some = (prefix: string, many: number, random: Random) => `${prefix}-${random.between(1, many)}`
  const ofClient = (random: Random) => ({
    business_reference: some('B', size.businesses, random),
    person_reference: random.often(0.3) ? some('P', size.people, random) : '',
  })
  return [
    file('organisations', 20, (n) => ({ reference: `ORG-${n}`, name: `Partner ${n}`, kind: 'college' })),
    file('advisers', ADVISERS, (n) => ({
      email: emailOf(n),
      name: `${GIVEN[n % GIVEN.length]} ${FAMILY[n % FAMILY.length]}`,
      role: n % 10 === 0 ? 'manager' : 'adviser',
    })),
    file('businesses', size.businesses, (n, random) => ({
      reference: `B-${n}`,
      name: `${random.one(BEGINNINGS)} ${random.one(MIDDLES)} ${random.one(TRADES)} ${n % 97} Ltd`,
      legal_form: 'limited_company',
      company_number: String(10_000_000 + n),
      postcode: `ST${random.between(1, 21)} ${random.between(1, 9)}${random.one(words('AA BD HJ LN PQ TU'))}`,
      district_code: 'E06000021',
      town: random.one(words('Stoke Stafford Stone Leek Lichfield Tamworth Cannock')),
    })),
    file('people', size.people, (n, random) => ({
      reference: `P-${n}`,
      given_name: random.one(GIVEN),
      family_name: `${random.one(FAMILY)} ${n % 89}`,
      email: `p${n}@people.example`,
    })),
    file('cases', size.cases, (n, random) => ({
      reference: `C-${n}`,
      business_reference: some('B', size.businesses, random),
      kind: 'growth',
      owner_email: emailOf(random.between(1, ADVISERS)),
      opened_on: someDay(random),
      status: random.one(words('open diagnosed plan_agreed in_delivery')),
    })),
    file('interactions', size.interactions, (n, random) => ({
      reference: `I-${n}`,
      ...ofClient(random),
      kind: random.one(KINDS),
      channel: random.one(words('video telephone face_to_face')),
      occurred_on: someDay(random),
      minutes: String(random.between(5, 240)),
      adviser_email: emailOf(random.between(1, ADVISERS)),
      notes: 'We spoke about the premises, the lease and what the two apprentices will do from May.',
    })),
    file('referrals', size.referrals, (n, random) => {
      const made_on = someDay(random)
      return {
        reference: `R-${n}`,
        ...ofClient(random),
        organisation_reference: some('ORG', 20, random),
        category: 'export',
        status: random.one(words('made made accepted completed withdrawn')),
        consent_on: made_on,
        made_on,
        accepted_on: made_on,
      }
    }),
    file('outcomes', size.outcomes, (n, random) => ({
      reference: `O-${n}`,
      kind: random.one(OUTCOMES),
      business_reference: some('B', size.businesses, random),
      state: 'verified',
      occurred_on: someDay(random),
      hours_per_week: '37.5',
      amount_gbp: String(random.between(100, 90_000)),
      is_primary: 'yes',
      evidence_level: 'verified',
      verified_by_email: emailOf(10),
      verified_on: '2026-04-20',
    })),
  ]
}

/** Five thousand further interactions; each number makes others. */
export const fiveThousandMore = (number: number, size: Size): FileInMemory[] => [
  file('interactions', 5000, (n, random) => ({
    reference: `MORE-${number}-${n}`,
    business_reference: `B-${random.between(1, size.businesses)}`,
    kind: 'mentoring',
    channel: 'video',
    occurred_on: someDay(random),
    minutes: String(random.between(5, 240)),
    notes: 'Imported, and checked on the way.',
  })),
]

type Random = ReturnType<typeof randomOf>
type Row = Readonly<Record<string, string>>

export const emailOf = (adviser: number): string => `adviser${adviser}@bench.example`

const someDay = (random: Random): string =>
  new Date(FIRST_DAY + random.between(0, DAYS - 1) * 86_400_000).toISOString().slice(0, 10)

function file(name: string, many: number, row: (number: number, random: Random) => Row): FileInMemory {
  const first = row(1, randomOf(1, name))
  return {
    file: `${name}.csv`,
    columns: Object.keys(first),
    rows: {
      *[Symbol.iterator]() {
        const random = randomOf(1, name)
        for (let number = 1; number <= many; number++) yield row(number, random)
      },
    },
  }
}

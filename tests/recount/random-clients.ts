import { type Random, daysAfter, orBlank, someDay, someMoney, someText } from './random.ts'
import { AREAS, type RandomFile, mergedInto, numbered, pick, someClient, someDistrict } from './random-shape.ts'

const LEGAL_FORMS = [
  'limited_company',
  'limited_company',
  'limited_company',
  'plc',
  'llp',
  'sole_trader',
  'partnership',
  'cic',
  'charity',
  'cio',
  'registered_society',
  'public_body',
  'education',
  'overseas',
  'unknown',
]
const ORGANISATION_KINDS = [
  'council',
  'combined_authority',
  'chamber',
  'university',
  'college',
  'training_provider',
  'national_agency',
  'bank_or_fund',
  'charity',
  'school',
  'other',
]
const ROLES = ['adviser', 'skills_broker', 'manager', 'admin']
const CASE_KINDS = ['start_up', 'growth', 'scale_up', 'in_difficulty', 'inward_investment', 'skills', 'grant_only']
const GIVEN = ['Siân', 'Dev', 'Nadia', 'Idris', 'Agnieszka', 'Tom', 'Zoë', 'Li']
const FAMILY = ["O'Neill", 'Smith-Jones', 'Müller', 'Patel', 'Ahmed', 'Nowak', 'Wedge', 'van der Berg']
const TRADES = ['Pottery', 'Steel', 'Plastics', 'Dental', 'Foods', 'Haulage', 'Analytics', 'Care']

/** The district, and a postcode that no table of postcodes knows. */
const place = (random: Random) => ({ postcode: orBlank(random, 0.5, 'ZZ99 3CZ'), district_code: someDistrict(random) })

const hub: RandomFile = {
  file: 'hub.csv',
  columns: ['name', 'area_codes'],
  rows: (random, { seed }) => [{ name: `Random hub ${seed}`, area_codes: random.often(0.15) ? '' : AREAS.join(' ') }],
}

const organisations: RandomFile = {
  file: 'organisations.csv',
  columns: ['reference', 'name', 'kind', 'email'],
  rows: (random, { organisations: many }) =>
    numbered(many, (n) => ({
      reference: `ORG-${n}`,
      name: `Partner ${n}`,
      kind: ORGANISATION_KINDS[n % ORGANISATION_KINDS.length] ?? 'other',
      email: orBlank(random, 0.3, `o${n}@partner.example`),
    })),
}

const programmes: RandomFile = {
  file: 'programmes.csv',
  columns: ['reference', 'name', 'funder', 'starts_on', 'ends_on'],
  rows: (random, { programmes: many }) =>
    numbered(many, (n) => ({
      reference: `PRG-${n}`,
      name: `Programme ${n}`,
      funder: random.one(['', 'ERDF', 'UKSPF']),
      starts_on: '2019-04-01',
      ends_on: orBlank(random, 0.5, '2023-03-31'),
    })),
}

const advisers: RandomFile = {
  file: 'advisers.csv',
  columns: ['email', 'name', 'role'],
  rows: (random, { advisers: many }) =>
    numbered(many, (n) => ({
      email: `user${n}@hub.example`,
      name: `${random.one(GIVEN)} ${random.one(FAMILY)}`,
      role: ROLES[(n - 1) % ROLES.length] ?? 'adviser',
    })),
}

const businesses: RandomFile = {
  file: 'businesses.csv',
  columns: [
    'reference',
    'name',
    'trading_name',
    'legal_form',
    'company_number',
    'charity_number',
    'vat_number',
    'sic_code',
    'trading_status',
    'incorporated_on',
    'trading_since',
    'address',
    'town',
    'postcode',
    'district_code',
    'employees_fte',
    'turnover_gbp',
    'measured_on',
    'website',
    'phone',
    'email',
    'merged_into_reference',
  ],
  rows: (random, { businesses: many }) =>
    numbered(many, (n) => {
      const legal_form = random.one(LEGAL_FORMS)
      return {
        reference: `B-${n}`,
        name: `Random ${random.one(TRADES)} ${n}`,
        trading_name: orBlank(random, 0.8, someText(random)),
        legal_form,
        company_number: legal_form === 'limited_company' ? `ZZ${String(n).padStart(6, '0')}` : '',
        charity_number: legal_form === 'charity' ? String(9_000_000 + n) : '',
        vat_number: orBlank(random, 0.7, `GB${String(n).padStart(9, '0')}`),
        sic_code: random.one(['', '01110', '23410', '62012', '99999']),
        trading_status: random.one([
          '',
          'pre_trading',
          'trading',
          'trading',
          'dormant',
          'in_difficulty',
          'insolvent',
          'ceased',
        ]),
        incorporated_on: orBlank(random, 0.4, someDay(random)),
        trading_since: orBlank(random, 0.4, someDay(random)),
        address: orBlank(random, 0.5, `Unit ${n}, "The Works", Mill Lane`),
        town: random.one(['', 'Stafford', 'Leek', 'Stoke-on-Trent']),
        ...place(random),
        employees_fte: random.one(['', '0', '1.5', '12', '249.25']),
        turnover_gbp: orBlank(random, 0.4, someMoney(random, 9_000_000)),
        measured_on: orBlank(random, 0.4, someDay(random)),
        website: orBlank(random, 0.7, `https://b${n}.example`),
        phone: orBlank(random, 0.5, '01632 960123'),
        email: orBlank(random, 0.5, `info@b${n}.example`),
        merged_into_reference: mergedInto('B', n, many),
      }
    }),
}

const people: RandomFile = {
  file: 'people.csv',
  columns: [
    'reference',
    'given_name',
    'family_name',
    'email',
    'phone',
    'postcode',
    'district_code',
    'trading_since',
    'merged_into_reference',
  ],
  rows: (random, { people: many }) =>
    numbered(many, (n) => ({
      reference: `P-${n}`,
      given_name: random.one(GIVEN),
      family_name: random.one(FAMILY),
      email: orBlank(random, 0.3, `p${n}@mail.example`),
      phone: orBlank(random, 0.5, '07700 900123'),
      ...place(random),
      trading_since: orBlank(random, 0.4, someDay(random)),
      merged_into_reference: mergedInto('P', n, many),
    })),
}

const business_roles: RandomFile = {
  file: 'business_roles.csv',
  columns: ['person_reference', 'business_reference', 'job_title', 'is_main', 'from', 'to'],
  rows: (random, shape) =>
    numbered(Math.floor(shape.people * 0.8), (n) => {
      const from = orBlank(random, 0.5, someDay(random))
      return {
        person_reference: `P-${n}`,
        business_reference: pick.business(random, shape),
        job_title: random.one(['', 'Owner', 'HR manager', '=1+1']),
        is_main: random.one(['yes', 'no', '']),
        from,
        to: from === '' ? '' : orBlank(random, 0.7, daysAfter(from, random.between(0, 400))),
      }
    }),
}

const cases: RandomFile = {
  file: 'cases.csv',
  columns: [
    'reference',
    'business_reference',
    'person_reference',
    'kind',
    'programme_reference',
    'owner_email',
    'opened_on',
    'status',
    'closed_on',
    'close_reason',
  ],
  rows: (random, shape) =>
    numbered(shape.cases, (n) => {
      const status = random.one(['open', 'diagnosed', 'plan_agreed', 'in_delivery', 'dormant', 'closed'])
      const opened_on = someDay(random)
      const closed = status === 'closed'
      return {
        reference: `C-${n}`,
        ...someClient(random, shape),
        kind: random.one(CASE_KINDS),
        programme_reference: pick.programme(random, shape),
        owner_email: pick.adviser(random, shape),
        opened_on,
        status,
        closed_on: closed ? daysAfter(opened_on, random.between(0, 300)) : '',
        close_reason: closed ? random.one(['goals_met', 'referred_on', 'no_response', '']) : '',
      }
    }),
}

export const CLIENT_FILES: readonly RandomFile[] = [
  hub,
  organisations,
  programmes,
  advisers,
  businesses,
  people,
  business_roles,
  cases,
]

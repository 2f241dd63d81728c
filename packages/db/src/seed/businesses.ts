import { businessName, slugOf } from './business-names.ts'
import type { Chance } from './chance.ts'
import { type Business, type Making, type Person, referenceOf, someName, staffOf } from './making.ts'
import { makePerson, someMobile } from './people.ts'
import type { District } from './settings.ts'
import { TRADES, type Trade } from './trades.ts'
import { daysAfter, someWorkingDay } from './working-days.ts'

const FORMS = [
  ['limited_company', 68],
  ['sole_trader', 16],
  ['partnership', 5],
  ['llp', 2],
  ['cic', 5],
  ['charity', 4],
  ['cio', 1.5],
  ['plc', 0.4],
  ['registered_society', 1.2],
  ['unknown', 1],
] as const
/** Only these are run for a social purpose. */
const SOCIAL_FORMS = ['cic', 'charity', 'cio', 'registered_society']
const SOCIAL_SECTORS = ['care', 'visitor economy', 'creative', 'land and environment', 'retail']
const STREETS =
  'Mill Lane,Wharf Street,Canal Side,Station Road,Brook Street,Forge Road,Old Tram Way,Market Place,High Street,Pottery Lane,Hollow Lane,Trent View,Colliery Road,Church Lane,Works Drive'.split(
    ',',
  )
const SITES = ['Unit', 'Unit', 'Unit', 'Suite', 'Workshop', '']
/** Letters that never stand in the second half of a postcode. */
const NEVER = ['C', 'I', 'K', 'M', 'O', 'V']
const EXCHANGES = ['01632 960', '0121 496 0', '0161 496 0', '0115 496 0', '0116 496 0', '0114 496 0']

const postcodeIn = (chance: Chance, outward: string) =>
  `${outward} ${chance.between(1, 9)}${chance.one(NEVER)}${chance.one(NEVER)}`

/** Numbers that are kept free for fiction. Each is used once; when they run out, none is known. */
function phoneOf(making: Making): string {
  const number = making.number('telephone')
  const exchange = EXCHANGES[Math.floor((number - 1) / 1000)]
  return exchange === undefined ? '' : `${exchange}${String((number * 617) % 1000).padStart(3, '0')}`
}

/** Many small, a few large. */
function staffCount(chance: Chance, trade: Trade, legal_form: string): string {
  if (legal_form === 'sole_trader') return chance.one(['1', '1', '1', '1.5', '2'])
  const spread = Math.exp((chance.part() + chance.part() + chance.part() - 1.4) * 1.5)
  const many = trade.staff * spread * (legal_form === 'plc' ? 9 : 1)
  return many < 10 ? String(Math.max(1, Math.round(many * 2) / 2)) : String(Math.round(many))
}

function identityOf(
  making: Making,
  legal_form: string,
): { company_number: string; charity_number: string; vat_number: string } {
  const { chance } = making
  const registered = ['limited_company', 'llp', 'plc', 'cic'].includes(legal_form)
  const number = making.number('register')
  return {
    company_number:
      registered && !chance.often(0.05) ? `ZZ${String((number * 7919) % 1_000_000).padStart(6, '0')}` : '',
    charity_number:
      legal_form === 'charity' || legal_form === 'cio' ? String(9_900_000 + making.number('charity')) : '',
    vat_number: chance.often(0.3) ? `GB000${String((number * 6151) % 1_000_000).padStart(6, '0')}` : '',
  }
}

type Wanted = {
  /** The year's first day: an older business began before it. */
  before: string
  /** Where the business was just begun by somebody: whom, and when. */
  begun?: { by: Person; on: string }
  outside?: boolean
}

/** A new business with its contacts, each known to the hub from now on. */
export function makeBusiness(making: Making, { before, begun, outside = false }: Wanted): Business {
  const { chance, setting } = making
  const trade = chance.weighted(TRADES.map((one) => [one, one.weight] as const))
  const form = begun
    ? chance.weighted([
        ['limited_company', 4],
        ['sole_trader', 5],
        ['cic', 0.5],
      ])
    : chance.weighted(FORMS)
  const legal_form = SOCIAL_FORMS.includes(form) && !SOCIAL_SECTORS.includes(trade.sector) ? 'limited_company' : form
  const name = businessName(chance, { trade, legal_form, taken: making.taken })
  const since = begun?.on ?? daysAfter(before, -Math.round(40 + chance.part() ** 2 * 14_000))
  const district: District = chance.weighted(
    (outside ? setting.outside : setting.districts).map((one) => [one, one.weight] as const),
  )
  const [town, outward] = chance.one(district.towns)
  const unknown = !outside && !begun && chance.often(0.006)
  const employees = begun ? '1' : staffCount(chance, trade, legal_form)
  const slug = slugOf(name)
  const business: Business = {
    reference: referenceOf(making, 'B'),
    name,
    slug,
    trade,
    since,
    contacts: [],
    adviser: adviserFor(making, district),
    broker: chance.one(staffOf(making, 'skills_broker')),
  }
  const site = chance.one(SITES)
  making.add('businesses', {
    reference: business.reference,
    name,
    trading_name: chance.often(0.08) ? name.replace(/ (Ltd|Limited|\(UK\) Ltd|Group Ltd|LLP|CIC)$/, '') : '',
    legal_form,
    ...identityOf(making, legal_form),
    sic_code: chance.often(0.04) ? '' : chance.one(trade.sic_codes),
    trading_status: chance.weighted([
      ['trading', 93],
      ['dormant', 1],
      ['in_difficulty', 2],
      ['ceased', 3],
      ['insolvent', 1],
    ]),
    incorporated_on: legal_form === 'sole_trader' || legal_form === 'partnership' ? '' : since,
    trading_since: since,
    address: unknown
      ? ''
      : `${site === '' ? '' : `${site} ${chance.between(1, 48)}, `}${chance.between(1, 180)} ${chance.one(STREETS)}`,
    town,
    postcode: unknown ? '' : postcodeIn(chance, outward),
    district_code: unknown ? '' : district.code,
    employees_fte: employees,
    turnover_gbp: chance.often(0.25)
      ? ''
      : String(Math.round((Number(employees) * trade.turnover_each * (0.6 + chance.part() * 0.9)) / 1000) * 1000),
    measured_on: begun ? begun.on : someWorkingDay(chance, before, daysAfter(before, 200)),
    website: chance.often(0.6) ? `https://www.${slug}.example` : '',
    phone: chance.often(0.8) ? phoneOf(making) : '',
    email: chance.often(0.7) ? `${chance.one(['info', 'hello', 'office', 'enquiries'])}@${slug}.example` : '',
  })
  giveContacts(making, business, begun)
  if (!outside) making.businesses.push(business)
  return business
}

/** Advisers have patches: most businesses of a district see the same one. */
function adviserFor(making: Making, district: District): string {
  const advisers = staffOf(making, 'adviser')
  const patch = making.setting.districts.indexOf(district)
  return (
    making.chance.often(0.7) && patch >= 0 ? advisers[patch % advisers.length] : making.chance.one(advisers)
  ) as string
}

const TITLES = [
  'Managing director',
  'Owner',
  'Director',
  'Operations manager',
  'Finance director',
  'Co-founder',
  'General manager',
  'Partner',
]
const SECOND_TITLES = [
  'Office manager',
  'HR manager',
  'Sales manager',
  'Production manager',
  'Finance manager',
  'Director',
  'Marketing lead',
]

function giveContacts(making: Making, business: Business, begun: Wanted['begun']): void {
  const { chance } = making
  const many = chance.weighted([
    [1, 72],
    [2, 23],
    [3, 5],
  ])
  for (let at = 0; at < (begun ? 1 : many); at++) {
    const { given, family } = someName(chance)
    const person =
      begun?.by ??
      makePerson(making, {
        given,
        family,
        trading_since: at === 0 ? business.since : '',
        email: `${slugOf(given)}.${slugOf(family)}@${business.slug}.example`,
        phone: chance.often(0.3) ? someMobile(making) : '',
      })
    business.contacts.push(person)
    making.add('business_roles', {
      person_reference: person.reference,
      business_reference: business.reference,
      job_title: begun ? 'Founder' : chance.one(at === 0 ? TITLES : SECOND_TITLES),
      is_main: at === 0 ? 'yes' : 'no',
      from: begun?.on ?? '',
      to: at > 0 && chance.often(0.1) ? daysAfter('2022-01-04', chance.between(0, 1200)) : '',
    })
  }
}

import type { Bundle, Row } from './read-bundle.ts'
import { type Random, daysAfter, someDay } from './random.ts'

/** Where outputs and bands begin, and a minute less. 900 are 720 and 180 together: no minute counts for both. */
const LIMITS = [1, 59, 60, 179, 180, 180, 719, 720, 720, 899, 900, 900]
const KINDS = ['advice_session', 'diagnostic_meeting', 'mentoring', 'account_management', 'site_visit']
const RESULTS = [
  'job_created',
  'job_created',
  'job_safeguarded',
  'investment_private',
  'new_product_to_firm',
  'new_product_to_market',
]
/** Most that one meeting takes. */
const MOST = 600

/** So many minutes in one to four meetings. */
function partsOf(random: Random, minutes: number): number[] {
  const parts: number[] = []
  for (let left = minutes; left > 0; left -= parts.at(-1) ?? left)
    parts.push(
      left > MOST || (left > 1 && parts.length < 3 && random.often(0.7))
        ? random.between(1, Math.min(left - 1, MOST))
        : left,
    )
  return parts
}

const referencesOf = (bundle: Bundle, file: string) => (bundle[file] ?? []).map((row) => row['reference'] ?? '')

/**
 * Runs of support of one client in one programme that end exactly where an output begins, or a minute before, with a
 * diagnostic, a referral or a grant beside some of them: as rows of each file.
 */
export function spellsOf(random: Random, bundle: Bundle): Readonly<Record<string, Row[]>> {
  const [businesses, people, organisations] = ['businesses', 'people', 'organisations'].map((file) =>
    referencesOf(bundle, file),
  ) as [string[], string[], string[]]
  const found: Record<string, Row[]> = {
    cases: [],
    interactions: [],
    diagnostics: [],
    referrals: [],
    grants: [],
    outcomes: [],
  }
  const add = (file: string, prefix: string, row: Row) =>
    found[file]?.push({ reference: `${prefix}-SPELL-${(found[file]?.length ?? 0) + 1}`, ...row })

  for (let spell = 0; spell < businesses.length * 2; spell++) {
    const isOfPerson = random.often(0.35)
    const client = {
      business_reference: isOfPerson ? '' : random.one(businesses),
      person_reference: isOfPerson || random.often(0.1) ? random.one(people) : '',
    }
    const programme = random.one(['PRG-1', 'PRG-1', 'PRG-2', 'PRG-3'])
    const throughCase = random.often(0.15)
    if (throughCase)
      add('cases', 'C', {
        ...client,
        ...(client.business_reference && { person_reference: '' }),
        kind: 'growth',
        programme_reference: programme,
        opened_on: '2019-04-01',
        status: 'open',
      })
    const case_reference = throughCase ? (found['cases']?.at(-1)?.['reference'] ?? '') : ''
    const given = { business_reference: client.business_reference, programme_reference: programme }
    let on = someDay(random)
    let isWeaker = random.often(0.2)
    for (const minutes of partsOf(random, random.one(LIMITS))) {
      add('interactions', 'I', {
        ...client,
        case_reference,
        kind: random.one(KINDS),
        channel: 'video',
        occurred_on: on,
        minutes: String(minutes),
        programme_reference: throughCase ? '' : programme,
        evidence_level: isWeaker ? random.one(['', 'documented']) : 'verified',
      })
      isWeaker = false
      on = random.often(0.2) ? someDay(random) : daysAfter(on, random.between(0, 60))
    }
    const beside = (days: number) => daysAfter(on, random.between(-days, 5))
    if (random.often(0.5))
      add('diagnostics', 'D', {
        business_reference: client.business_reference,
        person_reference: client.business_reference === '' ? client.person_reference : '',
        case_reference,
        completed_on: beside(90),
        evidence_level: random.one(['verified', 'verified', 'verified', 'documented']),
      })
    if (random.often(0.6)) {
      const made_on = beside(90)
      add('referrals', 'R', {
        ...client,
        organisation_reference: random.one(organisations),
        category: 'export',
        status: random.one(['made', 'made', 'made', 'withdrawn']),
        consent_on: made_on,
        made_on,
      })
    }
    if (isOfPerson) continue
    const isGranted = random.often(0.35)
    if (isGranted) add('grants', 'GR', aGrant(random, { ...given, offered_on: beside(60) }))
    if (isGranted || random.often(0.7)) {
      const kind = isGranted && random.often(0.6) ? 'investment_private' : random.one(RESULTS)
      add('outcomes', 'O', aResult(random, { ...given, kind, occurred_on: daysAfter(on, random.between(0, 120)) }))
    }
  }
  return found
}

function aGrant(random: Random, { offered_on, ...given }: { offered_on: string }): Row {
  return {
    ...given,
    scheme: 'Growth grant',
    regime: 'mfa',
    amount_gbp: random.one(['999.99', '1000.00', '25000']),
    offered_on,
    client_confirmed_on: offered_on,
    accepted_on: offered_on,
    paid_on: daysAfter(offered_on, random.between(0, 90)),
    status: random.one(['paid', 'paid', 'paid', 'recovered']),
  }
}

/** What came of it: a post, money, or a product. */
function aResult(random: Random, { kind, occurred_on, ...given }: Row & { kind: string; occurred_on: string }): Row {
  const state = random.one(['verified', 'verified', 'verified', 'evidenced', 'claimed', 'contracted', 'rejected'])
  const isPost = kind.startsWith('job')
  return {
    ...given,
    kind,
    state,
    occurred_on,
    hours_per_week: isPost ? random.one(['15', '30', '37.5', '45']) : '',
    full_time_week: isPost ? random.one(['', '35', '40']) : '',
    expected_months: isPost ? random.one(['', '11', '12', '24']) : '',
    at_risk_noted_on: kind === 'job_safeguarded' ? daysAfter(occurred_on, random.between(-90, 0)) : '',
    amount_gbp: kind === 'investment_private' ? random.one(['0.01', '1250.50', '40000']) : '',
    is_primary: random.one(['yes', 'yes', 'no']),
    evidence_level: random.one(['self_declared', 'documented', 'documented', 'verified']),
    verified_by_email: state === 'verified' ? 'user3@hub.example' : '',
    verified_on: state === 'verified' ? occurred_on : '',
  }
}

/**
 * People of whom nothing is known but an enquiry, now and then with a second one, with other work on the day before it or
 * on the same day, or with an event.
 */
export function newcomersOf(random: Random, bundle: Bundle): Readonly<Record<string, Row[]>> {
  const found: Record<string, Row[]> = { people: [], enquiries: [], interactions: [], attendances: [] }
  const businesses = referencesOf(bundle, 'businesses')
  for (let n = 1; n <= Math.ceil(businesses.length / 2); n++) {
    const person_reference = `P-NEW-${n}`
    const received_on = someDay(random)
    found['people']?.push({ reference: person_reference, given_name: 'New', family_name: `Comer ${n}` })
    const enquiry = (on: string, number: number) =>
      found['enquiries']?.push({
        reference: `E-NEW-${n}-${number}`,
        person_reference,
        business_reference: random.often(0.1) ? random.one(businesses) : '',
        channel: random.one(['telephone', 'helpline', 'e-mail', 'partner', 'walk-in']),
        received_on: on,
        status: random.one(['new', 'answered', 'signposted', 'spam']),
      })
    enquiry(received_on, 1)
    if (random.often(0.3)) enquiry(daysAfter(received_on, random.between(-200, 200)), 2)
    if (random.often(0.3))
      found['interactions']?.push({
        reference: `I-NEW-${n}`,
        person_reference,
        kind: 'advice_session',
        channel: 'telephone',
        occurred_on: daysAfter(received_on, random.between(-1, 1)),
        minutes: '30',
      })
    if (random.often(0.4))
      found['attendances']?.push({
        reference: `AT-NEW-${n}`,
        event_reference: random.one(referencesOf(bundle, 'events')),
        person_reference,
        status: random.one(['attended', 'attended', 'booked']),
      })
  }
  return found
}

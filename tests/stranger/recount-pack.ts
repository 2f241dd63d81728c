import type { Pack, Row } from './read-pack.ts'

/**
 * A stranger's check: whoever is sent a year's pack counts every figure again from its record sheets, without our
 * database and without our code. The rules are written from the published definitions, not from the product.
 */

const SUPPORT_GIVEN = new Set(['answered', 'signposted', 'case_opened', 'referred'])
const UNCOUNTED = new Set(['admin_note', 'attempted_contact', 'intelligence'])
const ONE_TO_ONE = new Set(['advice_session', 'diagnostic_meeting', 'mentoring', 'account_management'])
const BUILDING = new Set(['start_on_site', 'practical_completion', 'operational'])
const isDocumented = (row: Row) => row['evidence'] === 'documented' || row['evidence'] === 'verified'
const has = (row: Row) => row['evidence'] !== 'none'

type Reading = {
  pack: Pack
  from: string
  to: string
  outside: ReadonlySet<string>
  trading: ReadonlyMap<string, string>
}

function reading(pack: Pack): Reading {
  const cover = new Map((pack['Cover'] ?? []).map((row) => [row['item'], row['value'] ?? '']))
  const clients = [...rows(pack, 'Businesses', 'business ref'), ...rows(pack, 'Individuals', 'person ref')]
  return {
    pack,
    from: cover.get('From') ?? '',
    to: cover.get('To') ?? '',
    outside: new Set(clients.filter(([, row]) => row['in area'] === 'no').map(([ref]) => ref)),
    trading: new Map(rows(pack, 'Individuals', 'person ref').map(([ref, row]) => [ref, row['trading since'] ?? ''])),
  }
}

const rows = (pack: Pack, sheet: string, ref: string): [string, Row][] =>
  (pack[sheet] ?? []).map((row) => [row[ref] ?? '', row])

const within = ({ from, to }: Reading, day = '') => day >= from && day <= to
const sheet = ({ pack }: Reading, name: string): readonly Row[] => pack[name] ?? []
const dated = (read: Reading, name: string, day: string) => sheet(read, name).filter((row) => within(read, row[day]))

/** The support of a kind that counts: of a year, took place, and with any evidence that it must have. */
function support(read: Reading, record: string): Row[] {
  const found = dated(read, 'Support events', 'date').filter((row) => row['record'] === record)
  if (record === 'interaction')
    return found.filter((row) => !UNCOUNTED.has(row['kind'] ?? '') && Number(row['minutes']) >= 1)
  if (record === 'event place')
    return found.filter((row) => row['kind'] === 'attended' && row['event status'] !== 'cancelled')
  if (record === 'enquiry') return found.filter((row) => SUPPORT_GIVEN.has(row['kind'] ?? ''))
  return found
}

const businessesOf = (found: readonly Row[]) => found.map((row) => row['business ref'] ?? '')
const inArea = (read: Reading, refs: readonly string[]) => refs.filter((ref) => !read.outside.has(ref))
const distinct = (refs: readonly string[]) => new Set(refs.filter((ref) => ref !== '')).size

function supported(read: Reading): number {
  const withLevel = ['interaction', 'diagnostic', 'event place', 'partner support'].flatMap((each) =>
    support(read, each),
  )
  return distinct(
    inArea(read, [
      ...businessesOf(withLevel.filter(has)),
      ...businessesOf(support(read, 'enquiry')),
      ...businessesOf(dated(read, 'Referrals', 'made on').filter((row) => row['status'] !== 'withdrawn')),
      ...businessesOf(
        dated(read, 'Grants and subsidy', 'accepted on').filter(
          (row) => !['withdrawn', 'recovered'].includes(row['status'] ?? ''),
        ),
      ),
      ...businessesOf(dated(read, 'Skills reviews', 'held on').filter(has)),
    ]),
  )
}

function helpedToStart(read: Reading): number {
  const found = ['interaction', 'diagnostic', 'event place'].flatMap((each) => support(read, each))
  const before = found.filter((row) => {
    const since = read.trading.get(row['person ref'] ?? '') ?? ''
    return row['start-up support'] === 'yes' && has(row) && (since === '' || since > (row['date'] ?? ''))
  })
  return distinct(
    inArea(
      read,
      before.map((row) => row['person ref'] ?? ''),
    ),
  )
}

const answers = (read: Reading, family: string) =>
  dated(read, 'Surveys', 'submitted on').filter((row) => row['family'] === family && row['valid'] === 'yes')

function answered(read: Reading, family: string): number {
  const found = answers(read, family)
  const anonymous = found.filter((row) => row['anonymous'] === 'yes')
  return distinct(inArea(read, businessesOf(found))) + anonymous.length
}

function started(read: Reading): number {
  const first = new Map<string, string>()
  for (const row of sheet(read, 'Other outcomes')) {
    const [ref = '', on = ''] = [row['business ref'], row['date']]
    if (row['type'] !== 'business_started' || !isDocumented(row) || ref === '') continue
    if (on < (first.get(ref) ?? '9999')) first.set(ref, on)
  }
  return [...first.values()].filter((on) => within(read, on)).length
}

/** The minutes of each business: of meetings that count, and of events once, however many came. */
export const minutesOf = (pack: Pack): ReadonlyMap<string, number> => minutesIn(reading(pack))

function minutesIn(read: Reading): Map<string, number> {
  const minutes = new Map<string, number>()
  const add = (ref: string, more: number) => minutes.set(ref, (minutes.get(ref) ?? 0) + more)
  for (const row of support(read, 'interaction')) add(row['business ref'] ?? '', Number(row['minutes']))
  const once = new Map(support(read, 'event place').map((row) => [`${row['event ref']} ${row['business ref']}`, row]))
  for (const row of once.values()) add(row['business ref'] ?? '', Number(row['minutes']))
  return minutes
}

function banded(read: Reading, wanted: 'light' | 'medium' | 'high'): string[] {
  const minutes = minutesIn(read)
  const diagnosed = new Set(businessesOf(support(read, 'diagnostic')))
  const bandOf = (ref: string) => {
    const many = minutes.get(ref) ?? 0
    if (many >= 720) return 'high'
    if (many >= 180 || diagnosed.has(ref)) return 'medium'
    return many > 0 ? 'light' : 'none'
  }
  return inArea(read, [...minutes.keys(), ...diagnosed]).filter((ref) => bandOf(ref) === wanted)
}
const band = (read: Reading, wanted: 'light' | 'medium' | 'high') => distinct(banded(read, wanted))

/** People of whom nothing was known until they rang, wrote or were sent on. */
const CONTACT = new Set('telephone helpline e-mail email email_website partner referral direct_referral'.split(' '))
const firstContacts = (read: Reading) =>
  dated(read, 'Enquiries', 'received on')
    .filter((row) => CONTACT.has(row['channel'] ?? '') && row['status'] !== 'spam' && row['status'] !== 'duplicate')
    .filter((row) => row['known before'] === 'no')
    .map((row) => row['person ref'] ?? '')

/** A person counts once for each bootcamp. */
const bootcamp = (read: Reading, day: string, isEnough: (row: Row) => boolean) =>
  distinct(
    dated(read, 'Training', day)
      .filter((row) => row['course kind'] === 'bootcamp' && isEnough(row) && row['person ref'] !== '')
      .map((row) => `${row['person ref']} on ${row['course ref']}`),
  )

const promising = (read: Reading) =>
  new Set(
    dated(read, 'Judgements', 'date')
      .filter((row) => row['judgement'] === 'scaleup_potential')
      .map((row) => row['business ref'] ?? ''),
  )

/** Hundredths, half up, of a sum of fractions: whole numbers all the way. */
export function hundredths(parts: readonly (readonly [number | bigint, number | bigint])[]): string {
  let [over, under] = [0n, 1n]
  for (const [top, bottom] of parts) {
    over = over * BigInt(bottom) + BigInt(top) * under
    under *= BigInt(bottom)
    const common = greatest(over, under)
    ;[over, under] = [over / common, under / common]
  }
  const found = (over * 200n + under) / (under * 2n)
  return `${found / 100n}.${String(found % 100n).padStart(2, '0')}`
}
const greatest = (a: bigint, b: bigint): bigint => (b === 0n ? a || 1n : greatest(b, a % b))
/** A decimal as thousandths of thousandths, exact for six places. */
export const millionths = (text: string) => BigInt(Math.round(Number(text) * 1_000_000))

const posts = (read: Reading, type: string) =>
  dated(read, 'Jobs', 'start').filter(
    (row) => row['type'] === type && row['state'] === 'verified' && row['primary'] === 'yes',
  )

const created = (read: Reading) =>
  posts(read, 'job_created')
    .filter((row) => row['months expected'] === '' || Number(row['months expected']) >= 12)
    .map((row) => [millionths(String(Math.min(30, Number(row['hours/week'])))), 30_000_000n] as const)

const safeguarded = (read: Reading) =>
  posts(read, 'job_safeguarded')
    .filter((row) => row['at risk noted on'] !== '' && (row['at risk noted on'] ?? '') < (row['start'] ?? ''))
    .map((row) => {
      const [hours, week] = [millionths(row['hours/week'] || '0'), millionths(row['full-time week'] || '37.5')]
      return [hours > week ? week : hours, week] as const
    })

const leveraged = (read: Reading) =>
  dated(read, 'Investment', 'defrayed on')
    .filter((row) => row['source'] === 'private')
    .filter((row) =>
      row['record'] === 'outcome'
        ? row['state'] === 'verified' && row['primary'] === 'yes'
        : row['state'] === 'defrayed' && row['verified on'] !== '',
    )
    .map((row) => [BigInt((row['amount GBP'] ?? '0').replace('.', '')), 100n] as const)

function satisfaction(read: Reading): string {
  const scores = answers(read, 'satisfaction').filter((row) => row['score'] !== '')
  if (scores.length === 0) return ''
  return hundredths([[scores.reduce((sum, row) => sum + Number(row['score']), 0), scores.length]])
}

const reviews = (read: Reading, day: string) => businessesOf(dated(read, 'Skills reviews', day))

/** Every figure by its key, from the record sheets alone. */
export function recountPack(pack: Pack): Record<string, string> {
  const read = reading(pack)
  const counted = {
    'lep.businesses_supported': supported(read),
    'lep.individuals_helped_to_start': helpedToStart(read),
    'lep.skills_reviews_offered': distinct(inArea(read, reviews(read, 'offered on'))),
    'lep.individuals_upskilled': distinct(
      dated(read, 'Training', 'started')
        .filter(isDocumented)
        .map((row) => row['person ref'] ?? ''),
    ),
    'lep.sitrep_businesses': answered(read, 'sitrep'),
    'lep.skills_for_growth_businesses': answered(read, 'skills_for_growth'),
    'lep.capital_projects_progressed': distinct(
      dated(read, 'Capital', 'actual')
        .filter((row) => BUILDING.has(row['milestone'] ?? ''))
        .map((row) => row['project ref'] ?? ''),
    ),
    'lep.businesses_started': started(read),
    'gh.light': band(read, 'light'),
    'gh.medium': band(read, 'medium'),
    'gh.high': band(read, 'high'),
    'gh.referred_any': distinct(
      businessesOf(dated(read, 'Referrals', 'made on').filter((row) => row['status'] !== 'withdrawn')),
    ),
    'gh.referred_by_category': distinct(
      businessesOf(dated(read, 'Referrals', 'made on').filter((row) => row['status'] !== 'withdrawn')),
    ),
    'gh.individuals_start': helpedToStart(read),
    'gh.scaleup_potential': distinct(
      [...banded(read, 'medium'), ...banded(read, 'high')].filter((ref) => promising(read).has(ref)),
    ),
    'local.initial_contacts': distinct(firstContacts(read)),
    'skills.bootcamp_starts': bootcamp(read, 'milestone 1', isDocumented),
    'skills.bootcamp_outcomes': bootcamp(
      read,
      'milestone 3',
      (row) => row['evidence'] === 'verified' && row['milestone 1'] !== '' && row['milestone 2'] !== '',
    ),
    'local.referrals_moved_on': dated(read, 'Referrals', 'accepted on').length,
    'local.one_to_one': distinct(
      businessesOf(support(read, 'interaction').filter((row) => ONE_TO_ONE.has(row['kind'] ?? ''))),
    ),
    'local.event_businesses': distinct(businessesOf(support(read, 'event place'))),
    'skills.reviews_held': distinct(reviews(read, 'held on')),
    'skills.plans_agreed': distinct(reviews(read, 'plan agreed on')),
  }
  return {
    ...Object.fromEntries(Object.entries(counted).map(([key, number]) => [key, String(number)])),
    'lep.jobs_created': hundredths(created(read)),
    'lep.jobs_safeguarded': hundredths(safeguarded(read)),
    'lep.private_investment_leveraged': hundredths(leveraged(read)),
    'gh.satisfaction': satisfaction(read),
  }
}

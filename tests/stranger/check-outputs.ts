import type { Pack, Row } from './read-pack.ts'
import { hundredths, millionths } from './recount-pack.ts'

/**
 * What the sheets of one year can tell of the outputs of programmes, which run on from year to year: each record of the
 * year in a proof is what its output asks for; whoever had all of it in this year reached the output by it; and the jobs
 * of programmes, which no other year decides, add up again from the sheet of jobs.
 *
 * No sheet has the records of earlier years, or says of a programme its framework, its days and its least support, so a
 * stranger cannot tell that nobody is missing from a proof.
 */

type Asked = { key: string; row: Row; evidence: readonly string[] }

const PROVEN: Readonly<Record<string, readonly string[]>> = { erdf: ['verified'], ukspf: ['documented', 'verified'] }
const UNCOUNTED = ['admin_note', 'attempted_contact', 'intelligence']
const GONE = ['withdrawn', 'recovered']
const TYPES: Readonly<Record<string, readonly string[]>> = {
  'erdf.c6': ['private'],
  'erdf.c8': ['job_created'],
  'erdf.c28': ['new_product_to_market'],
  'erdf.c29': ['new_product_to_firm', 'new_product_to_market'],
  'ukspf.jobs_created': ['job_created'],
  'ukspf.new_to_firm_products': ['new_product_to_firm'],
}
const frameworkOf = (key: string) => key.split('.')[0] ?? ''
const lasts = (row: Row) => !row['months expected'] || Number(row['months expected']) >= 12

/** Whether an outcome stands as the framework asks: verified, or claimed with proof. */
const stands = (framework: string, row: Row): boolean =>
  framework === 'erdf'
    ? row['state'] === 'verified'
    : ['claimed', 'evidenced', 'verified'].includes(row['state'] ?? '') &&
      (PROVEN['ukspf'] ?? []).includes(row['evidence'] ?? '')

/** Of each kind of record in a proof: where it stands, by which day, and what an output asks of it. */
const KINDS: Readonly<
  Record<string, { sheets: readonly [string, string?][]; day: readonly string[]; fits: (asked: Asked) => boolean }>
> = {
  interaction: {
    sheets: [['Support events', 'interaction']],
    day: ['date'],
    fits: ({ row, evidence }) =>
      !UNCOUNTED.includes(row['kind'] ?? '') && Number(row['minutes']) >= 1 && evidence.includes(row['evidence'] ?? ''),
  },
  attendance: {
    sheets: [['Support events', 'event place']],
    day: ['date'],
    fits: ({ row, evidence }) =>
      row['kind'] === 'attended' && row['event status'] !== 'cancelled' && evidence.includes(row['evidence'] ?? ''),
  },
  diagnostic: {
    sheets: [['Support events', 'diagnostic']],
    day: ['date'],
    fits: ({ row, evidence }) => evidence.includes(row['evidence'] ?? ''),
  },
  referral: { sheets: [['Referrals']], day: ['made on'], fits: ({ row }) => row['status'] !== 'withdrawn' },
  grant_award: {
    sheets: [['Grants and subsidy']],
    day: ['paid on'],
    fits: ({ key, row }) =>
      !GONE.includes(row['status'] ?? '') && (frameworkOf(key) !== 'erdf' || Number(row['paid GBP']) >= 1000),
  },
  participation: {
    sheets: [['Training']],
    day: ['completed'],
    fits: ({ row, evidence }) => evidence.includes(row['evidence'] ?? ''),
  },
  outcome: {
    sheets: [['Jobs'], ['Investment', 'outcome'], ['Other outcomes']],
    day: ['start', 'defrayed on', 'date'],
    fits: ({ key, row }) =>
      (TYPES[key] ?? []).includes(row['type'] ?? row['source'] ?? '') && stands(frameworkOf(key), row) && lasts(row),
  },
}

type Proved = { proof: Row; row: Row | undefined }

/** Each row of a proof of outputs with its record, where that lies in the year of the pack. */
function proved(pack: Pack): { found: Proved[]; isOfYear: (day: string | undefined) => boolean } {
  const cover = new Map((pack['Cover'] ?? []).map((row) => [row['item'], row['value'] ?? '']))
  const [from, to] = [cover.get('From') ?? '', cover.get('To') ?? '']
  const isOfYear = (day = '') => day >= from && day <= to
  const records = new Map<string, Row>()
  for (const [kind, { sheets }] of Object.entries(KINDS))
    for (const [sheet, record] of sheets)
      for (const row of pack[sheet] ?? [])
        if (record === undefined || row['record'] === record) records.set(`${kind} ${row['ref']}`, row)
  const rows = (pack['Proof'] ?? []).filter(({ key = '' }) => PROVEN[frameworkOf(key)] !== undefined)
  const found = rows.map((proof) => ({ proof, row: records.get(`${proof['record']} ${proof['record ref']}`) }))
  return { found, isOfYear }
}

/** Everything about the outputs of programmes that does not agree with the record sheets, each in a sentence. */
export function checkOutputs(pack: Pack): string[] {
  const { found, isOfYear } = proved(pack)
  const ofYear = found.filter(({ proof }) => isOfYear(proof['date']))
  return [...ofYear.flatMap(unfit), ...shortOf(pack, found, isOfYear), ...otherJobs(pack, ofYear)]
}

function unfit({ proof, row }: Proved): string[] {
  const [key = '', record = '', unit = ''] = [proof['key'], proof['record'], proof['unit ref']]
  const name = `The proof of ${key} names ${record} ${proof['record ref']} for ${unit}`
  const kind = KINDS[record]
  if (!row || !kind) return [`${name}, and no sheet has that`]
  const client = { business: 'business ref', person: 'person ref' }[proof['unit'] ?? ''] ?? 'ref'
  const isRight =
    row[client] === unit &&
    kind.day.some((day) => row[day] === proof['date']) &&
    kind.fits({ key, row, evidence: PROVEN[frameworkOf(key)] ?? [] })
  return isRight ? [] : [`${name}, and that is not what it asks for`]
}

/** The least of an output, as far as it is the same for every programme. */
const LEAST: Readonly<Record<string, number>> = {
  'erdf.c4': 720,
  'erdf.p11': 720,
  'erdf.p13': 180,
  'ukspf.business_nonfinancial': 1,
  'ukspf.enterprise_ready': 1,
}
const BEFORE_TRADING = ['erdf.p11', 'ukspf.enterprise_ready']

/** Units that had all of their support in the year and still fall short of the output that they are counted in. */
function shortOf(pack: Pack, found: readonly Proved[], isOfYear: (day: string | undefined) => boolean): string[] {
  const since = new Map((pack['Individuals'] ?? []).map((row) => [row['person ref'], row['trading since'] ?? '']))
  const units = Map.groupBy(found, ({ proof }) => `${proof['key']} for ${proof['unit ref']} in ${proof['within']}`)
  return [...units].flatMap(([name, rows]) => {
    const [key = '', unit] = [rows[0]?.proof['key'], rows[0]?.proof['unit ref']]
    const least = LEAST[key]
    if (least === undefined || !rows.every(({ proof, row }) => row !== undefined && isOfYear(proof['date']))) return []
    const events = new Map<string, number>()
    let minutes = 0
    for (const { proof, row } of rows)
      if (proof['record'] === 'attendance') events.set(row?.['event ref'] ?? '', Number(row?.['minutes']))
      else if (proof['record'] === 'interaction') minutes += Number(row?.['minutes'])
    for (const each of events.values()) minutes += each
    const has = (record: string) => rows.some(({ proof }) => proof['record'] === record)
    const traded = rows.some(({ proof }) => since.get(unit) && (since.get(unit) ?? '') <= (proof['date'] ?? ''))
    return [
      ...(minutes < least ? [`${name}: the sheets have ${minutes} minutes, and it takes ${least}`] : []),
      ...(key === 'erdf.p13' && !(has('diagnostic') && has('referral'))
        ? [`${name}: no sheet has both a diagnostic and a referral`]
        : []),
      ...(BEFORE_TRADING.includes(key) && traded ? [`${name}: the person traded by then`] : []),
    ]
  })
}

/** The jobs of programmes again, of those programmes which the proofs of their framework name. Their names must differ. */
function otherJobs(pack: Pack, ofYear: readonly Proved[]): string[] {
  const told = new Map((pack['Headlines'] ?? []).map((row) => [row['key'], row['value']]))
  return ['erdf.c8', 'ukspf.jobs_created'].flatMap((key) => {
    const framework = frameworkOf(key)
    const programmes = new Set(
      ofYear.flatMap(({ proof, row }) =>
        frameworkOf(proof['key'] ?? '') === framework && row?.['programme'] ? [row['programme']] : [],
      ),
    )
    const posts = (pack['Jobs'] ?? []).filter(
      (row) =>
        row['type'] === 'job_created' && programmes.has(row['programme'] ?? '') && stands(framework, row) && lasts(row),
    )
    const sum = hundredths(
      posts.map((row) => {
        const week = millionths(framework === 'erdf' ? '30' : row['full-time week'] || '37.5')
        const hours = millionths(row['hours/week'] || '0')
        return [hours > week ? week : hours, week] as const
      }),
    )
    const value = told.get(key)
    return value === undefined || value === sum
      ? []
      : [`${key} is told as ${value}, and the sheet of jobs gives ${sum}`]
  })
}

import type { Bundle, Row } from './read-bundle.ts'
import { type Random, randomOf, someDay } from './random.ts'
import { randomBundle } from './random-bundle.ts'
import { newcomersOf, spellsOf } from './random-spells.ts'

/**
 * What a hub knows beyond its bundle, in the same rows: `framework`, `definition_version` and `minimum_minutes` of
 * programmes, `programme_reference` of events, `milestone_…_on` of participations, `voided` (yes) of any record, and a
 * file `business_flags`. None of it can be imported: `bundleOf` leaves it out, and whoever makes the hub writes it.
 */
export const BEYOND: Readonly<Record<string, readonly string[]>> = {
  programmes: ['framework', 'definition_version', 'minimum_minutes'],
  events: ['programme_reference'],
  participations: ['milestone_1_on', 'milestone_2_on', 'milestone_3_on'],
}

/** Programmes of both funders; of the last two some hubs report one more, or one that pinned other definitions. */
function programmes(seed: number, rows: readonly Row[]): Row[] {
  const others = [
    [{ framework: 'ukspf', definition_version: '1' }, {}],
    [
      { framework: 'erdf', definition_version: '3' },
      { framework: 'erdf', definition_version: '2' },
    ],
    [
      { framework: 'ukspf', definition_version: '1', minimum_minutes: '60' },
      { framework: 'erdf', definition_version: '3', voided: 'yes' },
    ],
  ][seed % 3] ?? [{}, {}]
  const kinds = [
    { framework: 'erdf', definition_version: '3' },
    { framework: 'ukspf', definition_version: '1', minimum_minutes: '180' },
    ...others,
  ]
  return rows.map((row, at) => ({ ...row, ends_on: at === 0 ? '2022-03-31' : (row['ends_on'] ?? ''), ...kinds[at] }))
}

const programme = (random: Random) => random.one(['', 'PRG-1', 'PRG-1', 'PRG-2', 'PRG-2', 'PRG-3', 'PRG-4'])
const proven = (random: Random, row: Row): Row => ({
  ...row,
  evidence_level: random.often(0.6)
    ? random.one(['documented', 'verified', 'verified'])
    : (row['evidence_level'] ?? ''),
})

const MADE_OURS: Readonly<Record<string, (random: Random, row: Row) => Row>> = {
  businesses: (random, row) =>
    random.often(0.2) ? { ...row, employees_fte: random.one(['249.99', '250', '251']) } : row,
  interactions: (random, row) => ({ ...proven(random, row), programme_reference: programme(random) }),
  diagnostics: proven,
  attendances: proven,
  events: (random, row) => ({ ...row, programme_reference: programme(random) }),
  grants: (random, row) => {
    const accepted_on = row['accepted_on'] || (row['offered_on'] ?? '')
    return {
      ...row,
      programme_reference: programme(random),
      amount_gbp: random.one(['999.99', '1000.00', '1000', row['amount_gbp'] ?? '']),
      accepted_on,
      client_confirmed_on: accepted_on,
      paid_on: random.often(0.7) ? someDay(random) : '',
    }
  },
  outcomes: (random, row) => ({
    ...proven(random, row),
    programme_reference: programme(random),
    kind: random.often(0.3) ? random.one(['new_product_to_firm', 'new_product_to_market']) : (row['kind'] ?? ''),
  }),
  courses: (random, row) => ({ ...row, kind: random.often(0.5) ? 'bootcamp' : (row['kind'] ?? '') }),
  participations: (random, row) => {
    const [milestone_1_on, milestone_2_on, milestone_3_on] = [0.8, 0.8, 0.8].map((share) =>
      random.often(share) ? someDay(random) : '',
    )
    return {
      ...proven(random, row),
      milestone_1_on: milestone_1_on ?? '',
      milestone_2_on: milestone_2_on ?? '',
      milestone_3_on: milestone_3_on ?? '',
    }
  },
}

/** Records that are voided now and then: everything that counts or gives others their day. */
const VOIDED_NOW_AND_THEN = new Set(
  'interactions diagnostics referrals skills_reviews participations events attendances enquiries grants outcomes surveys survey_responses partner_support capital_milestones capital_funding business_flags'.split(
    ' ',
  ),
)

function flags(random: Random, businesses: readonly Row[]): Row[] {
  return businesses.flatMap((row, at) =>
    random.often(0.5)
      ? [{ reference: `F-${at}`, business_reference: row['reference'] ?? '', flagged_on: someDay(random) }]
      : [],
  )
}

/** A random hub that reports to both funders, with something to count in every figure, and something that comes near. */
export function randomHub(seed: number, size: number): Bundle {
  const bundle = randomBundle(seed, size, 30)
  const of = (name: string) => randomOf(seed, `hub ${name}`)
  const more = [spellsOf(of('spells'), bundle), newcomersOf(of('newcomers'), bundle)]
  const rows = Object.entries(bundle).map(([file, found]): [string, readonly Row[]] => {
    const random = of(file)
    const change = MADE_OURS[file] ?? ((_, row) => row)
    return [file, [...found.map((row) => change(random, row)), ...more.flatMap((each) => each[file] ?? [])]]
  })
  const whole: Bundle = {
    ...Object.fromEntries(rows),
    programmes: programmes(seed, bundle['programmes'] ?? []),
    business_flags: flags(of('flags'), bundle['businesses'] ?? []),
  }
  return Object.fromEntries(
    Object.entries(whole).map(([file, found]) => {
      const random = of(`voided ${file}`)
      const isOne = VOIDED_NOW_AND_THEN.has(file)
      return [file, found.map((row) => (isOne && random.often(0.06) ? { ...row, voided: 'yes' } : row))]
    }),
  )
}

/** A hub without what no bundle carries. */
export function bundleOf(hub: Bundle): Bundle {
  const kept = Object.entries(hub).filter(([file]) => file !== 'business_flags')
  return Object.fromEntries(
    kept.map(([file, rows]) => [
      file,
      rows.map((row) => Object.fromEntries(Object.entries(row).filter(([column]) => !isBeyond(file, column)))),
    ]),
  )
}

const isBeyond = (file: string, column: string) => column === 'voided' || (BEYOND[file] ?? []).includes(column)

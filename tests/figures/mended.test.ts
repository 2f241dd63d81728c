import type { Tx } from '@hubline/db/connection.ts'
import { CATALOGUE } from '@hubline/domain/indicators/catalogue.ts'
import { LANGUAGE, type SpokenOf } from '@hubline/domain/indicators/language.ts'
import { type AskedAbout, type Why, whyOf } from '@hubline/reporting/why.ts'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import type { TestHub } from '../given/hub.ts'
import { theYear } from '../given/records.ts'
import { aReportingHub } from '../given/reporting-hub.ts'
import { everyPart } from '../given/said-differently.ts'

const YEAR = '2021-22'
/** Definitions as Hubline brings them, and with a part of each said differently. */
const ASKED = [...CATALOGUE, ...everyPart().flatMap(({ next }, at) => (at % 3 === 0 ? [next] : []))]
/** Late in it, behind the other days of most records. */
const IN_THE_YEAR = '2022-03-30'

type Near = { kind: string; reference: string }
type Case = { hub: TestHub; about: AskedAbout; unit_id: string; key: string; nearest: Near | null }
type Do = (tx: Tx, given: Case, words: readonly string[]) => Promise<unknown>

/** Records of an event or an answer say some of it by their event or their survey. */
const set = (tx: Tx, { nearest }: Case, facts: Record<string, unknown>) => {
  const table = nearest?.kind ?? ''
  const changes = sql.join(Object.entries(facts).map(([column, value]) => sql`${sql.ref(column)} = ${value}`))
  const isOfEvent =
    table === 'attendance' && ['held_on', 'start_up_support', 'event_status'].some((each) => each in facts)
  if (isOfEvent)
    return sql`update event set ${'event_status' in facts ? sql`status = ${facts['event_status']}` : changes}
      where id = (select event_id from attendance where reference = ${nearest?.reference})`.execute(tx)
  return sql`update ${sql.table(table)} set ${changes} where reference = ${nearest?.reference ?? ''}`.execute(tx)
}

const column = (kind: string, words: string) =>
  Object.entries(LANGUAGE[kind as SpokenOf].dates).find(([, said]) => said === words)?.[0] ?? ''
const minutes = (words: string) =>
  [...words.matchAll(/(\d+) (hour|minute)/g)].reduce(
    (sum, [, many, what]) => sum + Number(many) * (what === 'hour' ? 60 : 1),
    0,
  )
const level = (words: string) => words.replace('-', '_')

/** So much work more, in the programme of the figure's framework where it has one, ten hours at a time at most. */
async function work(tx: Tx, { about, unit_id, key }: Case, many: number): Promise<void> {
  const framework = ASKED.find((one) => one.key === key)?.any_of[0]?.of_programme?.framework ?? null
  for (let left = many; left > 0; left -= 600)
    await sql`insert into interaction (reference, ${sql.ref(`${about}_id`)}, kind, channel, occurred_on, minutes, evidence_level, start_up_support, programme_id)
      values (gen_random_uuid(), ${unit_id}, 'advice_session', 'video', ${IN_THE_YEAR}, ${Math.min(600, left)}, 'verified', true,
        (select id from programme where framework = ${framework}))`.execute(tx)
}

const more: Record<string, Do> = {
  'a diagnostic': (tx, { about, unit_id }) =>
    sql`insert into diagnostic (reference, ${sql.ref(`${about}_id`)}, completed_on, evidence_level) values (gen_random_uuid(), ${unit_id}, ${IN_THE_YEAR}, 'verified')`.execute(
      tx,
    ),
  'a referral': (tx, { about, unit_id }) =>
    sql`insert into referral (reference, ${sql.ref(`${about}_id`)}, organisation_id, category, status, consent_on, made_on)
      select gen_random_uuid(), ${unit_id}, (select id from organisation limit 1), 'export', 'made', ${IN_THE_YEAR}, ${IN_THE_YEAR}`.execute(
      tx,
    ),
}

/** Another record, not the nearest: moving that one may be against the order of its days. */
const ANOTHER = /^[A-Z].+ that (.+?) in 2021-22 would count\.$/

/** What each sentence tells people to do, done. */
const DONE: readonly [RegExp, Do][] = [
  [
    /^A second person must verify it\.$/,
    (tx, given) =>
      set(tx, given, { state: 'verified', verified_on: '2023-05-01', verified_by_id: given.hub.advisers.manager }),
  ],
  [
    /^Record evidence for it: (.+) or better\.$/,
    (tx, given, [, least = '']) => set(tx, given, { evidence_level: level(least) }),
  ],
  [
    /^Enter how long it took, at least (.+)\.$/,
    (tx, given, [, least = '']) => set(tx, given, { minutes: minutes(least) }),
  ],
  [
    /^It counts if it is expected to last at least (\d+) months\.$/,
    (tx, given, [, least]) => set(tx, given, { expected_months: least }),
  ],
  [
    /^It counts with the day on which it (.+), in 2021-22\.$/,
    (tx, given, [, words = '']) => set(tx, given, { [column(given.nearest?.kind ?? '', words)]: IN_THE_YEAR }),
  ],
  [/^Make it the primary claim, /, (tx, given) => set(tx, given, { is_primary: true })],
  [/mark it as start-up support\.$/, (tx, given) => set(tx, given, { start_up_support: true })],
  [/^Mark the answer as valid, /, (tx, given) => set(tx, given, { valid: true })],
  [
    /^Have it verified against the evidence, and enter the day\.$/,
    (tx, given) => set(tx, given, { verified_on: '2023-05-01' }),
  ],
  [/^Enter the score that was given\.$/, (tx, given) => set(tx, given, { score: 4 })],
  [
    /^There must be a note of the risk from a day before /,
    (tx, given) => set(tx, given, { at_risk_noted_on: '2019-01-01' }),
  ],
  [
    /^It counts where the (.+?) is “(.+?)”/,
    (tx, given, [, field = '', value = '']) =>
      set(tx, given, { [field.replaceAll(' ', '_')]: value.replaceAll(' ', '_') }),
  ],
  [
    /^Enter the day on which it (.+)\.$/,
    (tx, given, [, words = '']) => set(tx, given, { [column(given.nearest?.kind ?? '', words)]: IN_THE_YEAR }),
  ],
  [/^It counts once its event status is not /, (tx, given) => set(tx, given, { event_status: 'delivered' })],
  [
    /^It counts once its (status|state) is not /,
    (tx, given, [, field = '']) =>
      set(tx, given, {
        [field]: { grant_award: 'paid', referral: 'made', enquiry: 'answered', outcome: 'evidenced' }[
          given.nearest?.kind ?? ''
        ],
      }),
  ],
  [
    ANOTHER,
    (tx, given, [, words = '']) =>
      set(tx, given, {
        [column(given.nearest?.kind ?? '', words)]: IN_THE_YEAR,
        ...(given.key === 'lep.jobs_safeguarded' ? { at_risk_noted_on: '2019-01-01' } : {}),
        // Of a band: not so many that it would be in the next.
        ...(given.key === 'gh.light' && given.nearest?.kind === 'interaction' ? { minutes: 30 } : {}),
      }),
  ],
  [
    /^It counts from £([\d,]+)\.00, /,
    (tx, given, [, pounds = '']) => set(tx, given, { amount_pence: Number(pounds.replaceAll(',', '')) * 100 }),
  ],
  [
    /^(.+) more of support in the year would make it count/,
    (tx, given, [, many = '']) => work(tx, given, minutes(many)),
  ],
  [
    /^It counts with (.+) more of support in the programme\.$/,
    (tx, given, [, many = '']) => work(tx, given, minutes(many)),
  ],
  [
    /^It counts with (a diagnostic|a referral)\.$/,
    (tx, given, [, what = '']) => more[what]?.(tx, given, []) ?? Promise.resolve(),
  ],
  [/^It counts here once it counts in one of them/, (tx, given) => work(tx, given, 600)],
  [
    /^It counts alongside a grant of the programme that was accepted\.$/,
    (tx, { nearest }) =>
      sql`insert into grant_award (reference, business_id, programme_id, scheme, regime, amount_pence, accepted_on, status)
      select gen_random_uuid(), business_id, programme_id, 'Growth', 'mfa', 100000, '2021-05-01', 'offer_accepted' from outcome where reference = ${nearest?.reference ?? ''}`.execute(
        tx,
      ),
  ],
]

/** Where nothing can be done but for putting right what is wrong elsewhere. */
const NOTHING = /^Nothing |^Support counts here only until/

class TakenBack extends Error {}

async function ask(
  tx: Tx,
  { hub, about, key }: { hub: TestHub; about: AskedAbout; key?: string },
  units: readonly string[],
): Promise<Why[]> {
  const catalogue = ASKED.filter((each) => key === undefined || each.key === key)
  const rows =
    about === 'business' || about === 'person'
      ? await tx
          .selectFrom(about)
          .select('id')
          .where('hub_id', '=', hub.hub_id)
          .where('counts_as_id', 'in', [...units])
          .execute()
      : units.map((id) => ({ id }))
  return whyOf(tx, catalogue, { hub_id: hub.hub_id, year: theYear(YEAR), about, units, ids: rows.map(({ id }) => id) })
}

/** Whether a unit counts, or the record that was put right, once somebody did what the sentence says. */
async function countsAfter(
  given: Case,
  [does, words]: readonly [Do, readonly string[]],
): Promise<Why['explanation'] | undefined> {
  let found: Why['explanation'] | undefined
  const done = given.hub.inside(async (tx) => {
    await does(tx, given, words)
    found = (await ask(tx, given, [given.unit_id])).find(({ key }) => key === given.key)?.explanation
    throw new TakenBack()
  })
  // A change that the database refuses is taken back like any other, and gives no answer.
  await expect(done).rejects.toBeInstanceOf(Error)
  return found
}

test.each([5])(
  'in random hub %i doing what an explanation says makes a unit count, whatever single thing was missing',
  async (seed) => {
    const hub = await aReportingHub(seed, 14)
    const asked = new Map<string, Case & { fix: string }>()
    for (const about of ['business', 'person', 'capital_project', 'outcome'] as const) {
      const rows = await hub.inside((tx) =>
        tx.selectFrom(about).select('id').where('hub_id', '=', hub.hub_id).orderBy('reference').execute(),
      )
      const found = await hub.inside((tx) =>
        ask(
          tx,
          { hub, about },
          rows.map(({ id }) => id),
        ),
      )
      for (const { key, unit_id, explanation } of found) {
        if (explanation.counted || explanation.broken !== 1 || NOTHING.test(explanation.fix)) continue
        const { nearest, fix } = explanation
        const kind = nearest?.kind ?? ''
        asked.set([about, key, kind, fix.replaceAll(/\d+/g, '')].join(), {
          hub,
          about,
          unit_id,
          key,
          nearest: nearest as Near | null,
          fix,
        })
      }
    }
    const wrong: string[] = []
    const read = new Set<string>()
    for (const [name, { fix, ...given }] of asked) {
      const [way] = DONE.flatMap(([says, does]) => {
        const words = says.exec(fix)
        return words ? [[does, words, says.source] as const] : []
      })
      if (!way) {
        wrong.push(`nobody knows what to do: ${name}`)
        continue
      }
      const after = await countsAfter(given, [way[0], way[1]])
      read.add(way[2])
      if (!after && way[2] === ANOTHER.source) continue
      if (!after?.counted)
        wrong.push(`${name} ${given.nearest?.reference} -> ${after ? `${after.why} ${after.fix}` : 'refused'}`)
    }
    expect(read.size).toBeGreaterThan(12)
    expect(wrong).toEqual([])
  },
)

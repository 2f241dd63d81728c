import { type Day, todayInLondon } from '@hubline/domain/day.ts'
import { findDefinition } from '@hubline/domain/indicators/catalogue.ts'
import type { Definition } from '@hubline/domain/indicators/definition.ts'
import { inWords } from '@hubline/domain/indicators/in-words.ts'
import { monthsGone } from '@hubline/domain/years/months-gone.ts'
import { type Target, partDue } from '@hubline/domain/years/target.ts'
import { Problem } from '@hubline/domain/problem.ts'
import { readAsAt } from '@hubline/domain/years/as-at.ts'
import { asItWas } from '@hubline/db/as-at.ts'
import { type Year, firstDay, nextYear, parseYear, previousYear, yearOf } from '@hubline/domain/years/year.ts'
import type { Tx } from '@hubline/db/connection.ts'
import { type Figure, figuresOf } from '@hubline/reporting/figures.ts'
import { catalogueOf, definitionIn, ownIndicators } from '@hubline/reporting/hub-catalogue.ts'
import { Kept } from '@hubline/reporting/kept.ts'
import { knownSince } from '@hubline/reporting/known-since.ts'
import { type Said, countedNow, signedOf } from '@hubline/reporting/sign-off/said-figures.ts'
import { z } from 'zod'
import { reads } from '../trpc.ts'
import { kept } from './kept.ts'

/** A year as it stands in an address. */
export const YearInput = z.string().transform((text): Year => {
  const year = parseYear(text)
  if (!year) throw new Problem('invalid', `There is no year "${text.slice(0, 20)}": write it like 2021-22`, 'year')
  return year
})

/** A day or a time in an address at which figures are asked; `readAsAt` reads it. */
export const AsAtInput = z.string().max(40).optional()

/** Every board that this server has put together, each good until its hub's records change or a day has passed. */
const boards = new Kept<Awaited<ReturnType<typeof countedBoard>>>()

/** The headline board of a year: each figure with its target, what last year says and its months; `as_at` as it was then. */
export const board = reads('figures:read', { looks_back: true })
  .input(z.object({ year: YearInput, as_at: AsAtInput }))
  .query(async ({ ctx: { db, actor, today, now }, input: { year, as_at } }) => {
    const { hub_id } = actor
    if (as_at === undefined)
      return { ...(await liveBoard(db, { hub_id, year, today })), as_at: null, known_since: null }
    const instant = readAsAt(as_at, now)
    const known_since = await knownSince(db, hub_id)
    const then = { hub_id, year, today: todayInLondon(new Date(instant)), ask: figuresOf }
    return { ...(await boardOf(await asItWas(db, instant), then)), as_at: instant, known_since }
  })

/** The board as it stands. What is counted is kept until the hub's records change or a day has passed; a sign-off changes none. */
export async function liveBoard(db: Tx, { hub_id, year, today }: Omit<BoardQuestion, 'ask'>) {
  const question = { hub_id, year, today, ask: kept.of.bind(kept) }
  const counted = await boards.of(db, { hub_id, name: `${year} on ${today}`, ask: () => countedBoard(db, question) })
  return besideSigned(db, counted, question)
}

type BoardQuestion = { hub_id: string; year: Year; today: Day; ask: typeof figuresOf }

const boardOf = async (db: Tx, question: BoardQuestion) => besideSigned(db, await countedBoard(db, question), question)

/** A board beside what was signed off: of the year before, which is told by it, and of its own year, where that differs. */
async function besideSigned(
  db: Tx,
  counted: Awaited<ReturnType<typeof countedBoard>>,
  { hub_id, year, ask }: BoardQuestion,
) {
  const before = previousYear(year)
  const signed = await signedOf(db, { hub_id, years: [before, year] })
  const own = signed.get(year)
  const last = signed.get(before) ?? countedNow(await ask(db, { hub_id, year: before }))
  return {
    ...counted,
    /** The newest signed-off version of the year, if any. */
    version: own?.version ?? null,
    /** The signed-off version by which the year before is told; null where it is counted now. */
    last_version: last.version,
    figures: counted.figures.map((figure) => ({
      ...figure,
      last_year: last.values.get(figure.key) ?? null,
      signed: own && differs(own, figure) ? { value: own.values.get(figure.key) ?? null } : null,
    })),
  }
}

const differs = ({ values }: Said, { key, value }: Pick<Figure, 'key' | 'value'>) =>
  values.has(key) && values.get(key) !== value

async function countedBoard(db: Tx, { hub_id, year, today, ask }: BoardQuestion) {
  const figures = await ask(db, { hub_id, year })
  const catalogue = new Map((await catalogueOf(db, { hub_id, year })).map((definition) => [definition.key, definition]))
  const targets = new Map((await targetsOf(db, hub_id, year)).map((target) => [target.indicator_key, target]))
  const partners = await partnerTotalsOf(db, hub_id, year)
  return {
    year,
    years: await yearsOf(db, hub_id, today),
    /** How much of the year has gone, 0 to 1. */
    elapsed: elapsed(year, today),
    figures: figures.map((figure) => ({
      ...figure,
      pack: catalogue.get(figure.key)?.pack ?? 'headline',
      words: wordsOf(catalogue.get(figure.key)),
      target: targets.get(figure.key)?.value ?? null,
      /** Which part of the target should be reached by today, 0 to 1. */
      due: dueBy(targets.get(figure.key), year, today),
      partner_totals: partners.filter((total) => total.indicator_key === figure.key),
    })),
  }
}

const wordsOf = (definition: Definition | undefined) => (definition ? inWords(definition) : '')

/** What Hubline brings, or the first version of an indicator of the hub's own. @throws Problem not_found */
export async function definitionOf(db: Tx, hub_id: string, key: string): Promise<Definition> {
  const definition = findDefinition(key) ?? (await ownIndicators(db, { hub_id, key }))[0]?.definition
  if (!definition)
    throw new Problem('not_found', `There is no indicator "${key.slice(0, 60)}": choose one under What counts`)
  return definition
}

export function elapsed(year: Year, today: Day): number {
  const from = Date.parse(firstDay(year))
  const to = Date.parse(firstDay(nextYear(year)))
  return Math.min(1, Math.max(0, (Date.parse(today) - from) / (to - from)))
}

/** The targets of a year. */
export const targetsOf = (db: Tx, hub_id: string, year: Year) =>
  db
    .selectFrom('target')
    .select(['id', 'version', 'indicator_key', 'value', 'profile'])
    .where('hub_id', '=', hub_id)
    .where('year', '=', year)
    .where('voided_at', 'is', null)
    .orderBy('indicator_key')
    .execute()

/** A kept target for the rules; one that is not there is nought. */
export const asTarget = (set: { value: string; profile: number[] | null } | undefined): Target => ({
  value: Number(set?.value ?? 0),
  profile: set?.profile ?? null,
})

/** Which part of a target should be reached by a day, 0 to 1. */
export function dueBy(set: Parameters<typeof asTarget>[0], year: Year, today: Day): number {
  return set?.profile ? partDue(asTarget(set), monthsGone(year, today)) : elapsed(year, today)
}

const partnerTotalsOf = (db: Tx, hub_id: string, year: Year) =>
  db
    .selectFrom('partner_total')
    .innerJoin('organisation', (join) =>
      join
        .onRef('organisation.hub_id', '=', 'partner_total.hub_id')
        .onRef('organisation.id', '=', 'partner_total.organisation_id'),
    )
    .select(['partner_total.reference', 'indicator_key', 'value', 'note', 'organisation.name as organisation'])
    .where('partner_total.hub_id', '=', hub_id)
    .where('year', '=', year)
    .where('partner_total.voided_at', 'is', null)
    .orderBy('partner_total.reference')
    .execute()

/** From the first year in which the hub has work or a target to the present one, newest first. */
export async function yearsOf(db: Tx, hub_id: string, today: Day): Promise<Year[]> {
  const first = await db
    .selectNoFrom((eb) => [
      eb
        .selectFrom('interaction')
        .select((q) => q.fn.min('occurred_on').as('day'))
        .where('hub_id', '=', hub_id)
        .where('voided_at', 'is', null)
        .as('work'),
      eb
        .selectFrom('grant_award')
        .select((q) => q.fn.min('accepted_on').as('day'))
        .where('hub_id', '=', hub_id)
        .where('voided_at', 'is', null)
        .as('grant'),
      eb
        .selectFrom('target')
        .select((q) => q.fn.min('year').as('year'))
        .where('hub_id', '=', hub_id)
        .where('voided_at', 'is', null)
        .as('target'),
    ])
    .executeTakeFirstOrThrow()
  const present = yearOf(today)
  const days = [first.work, first.grant].filter((day) => day !== null)
  const earliest = [...days.map(yearOf), ...(first.target === null ? [] : [first.target]), present].toSorted()[0]
  const years: Year[] = []
  for (let year = present; year >= (earliest ?? present) && years.length < 60; year = previousYear(year))
    years.push(year)
  return years
}

/** Every definition by which the hub counts a year, in words. */
export const definitions = reads('figures:read')
  .input(z.object({ year: YearInput.optional() }).optional())
  .query(async ({ ctx: { db, actor, today }, input }) => {
    const year = input?.year ?? yearOf(today)
    const { hub_id } = actor
    const catalogue = await catalogueOf(db, { hub_id, year })
    const coming = (await ownIndicators(db, { hub_id })).filter(
      ({ definition: { key } }) => !catalogue.some((one) => one.key === key),
    )
    const counting = catalogue.map((definition) => ({ definition, from_year: null }))
    return [...counting, ...coming].map(({ definition, from_year }) => {
      const { key, version, pack, title, note, source, in_area } = definition
      return {
        key,
        version,
        pack,
        title,
        words: inWords(definition),
        note: note ?? null,
        source,
        in_area: in_area ?? false,
        /** The first year that it counts, where that is still to come. */
        from_year,
      }
    })
  })

/** The definition by which the hub counts a figure of a year. @throws Problem not_found */
export const definitionOfYear = async (db: Tx, { hub_id, year, key }: { hub_id: string; year: Year; key: string }) =>
  (await definitionIn(db, { hub_id, year, key })) ?? (await definitionOf(db, hub_id, key))

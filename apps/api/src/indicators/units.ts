import { districtName } from '@hubline/domain/businesses/districts.ts'
import { fileOf } from '@hubline/domain/imports/bundle.ts'
import { unitOf } from '@hubline/domain/indicators/definition.ts'
import { Parts, dimensionsOf } from '@hubline/domain/indicators/dimensions.ts'
import { inWords } from '@hubline/domain/indicators/in-words.ts'
import { asItWas } from '@hubline/db/as-at.ts'
import type { Tx } from '@hubline/db/connection.ts'
import type { Definition } from '@hubline/domain/indicators/definition.ts'
import { readAsAt } from '@hubline/domain/years/as-at.ts'
import { figuresOf, figuresWithin } from '@hubline/reporting/figures.ts'
import { knownSince } from '@hubline/reporting/known-since.ts'
import { Kept } from '@hubline/reporting/kept.ts'
import { type Unit, type UnitsQuestion, categoriesOf, unitsOf } from '@hubline/reporting/units.ts'
import { z } from 'zod'
import { reads } from '../trpc.ts'
import { AsAtInput, YearInput, definitionOfYear } from './board.ts'
import { eventCalled } from './event-called.ts'
import { kept } from './kept.ts'

const SIZE = 50

/** A month as it stands in an address. */
export const MonthInput = z.string().regex(/^\d{4}-(?:0[1-9]|1[0-2])$/, 'Write the month like 2021-04')

const Question = z.object({
  key: z.string(),
  year: YearInput,
  as_at: AsAtInput,
  text: z.string().max(200).optional(),
  district: z.string().max(20).optional(),
  /** `2021-04`: only units that first qualified in that month. */
  month: MonthInput.optional(),
  /** The reference of an event: only what who came to it brings in. */
  event: z.string().min(1).max(200).optional(),
  /** Where a figure is also given by category: only what records of it bring in. */
  category: z.string().min(1).max(200).optional(),
  /** Only units that stand in every one of these parts. */
  parts: Parts.optional(),
  after: z.object({ name: z.string().max(1000), id: z.uuid() }).optional(),
})

/** First pages as they were last read, each good until its hub's records change, as the figures above them are. */
const firstPages = new Kept<Awaited<ReturnType<typeof pageOf>>>()

async function pageOf(db: Tx, definition: Definition, question: UnitsQuestion) {
  const page = await unitsOf(db, definition, question)
  return { ...page, categories: await categoriesOf(db, definition, { hub_id: question.hub_id, year: question.year }) }
}

/** The list behind a figure: each unit once, with every record that brings it in. */
export const units = reads('figures:read', { looks_back: true })
  .input(Question)
  .query(async ({ ctx: { db: today, actor, now }, input }) => {
    const { key, year, as_at, text, district, month, event, category, parts, after } = input
    const instant = as_at === undefined ? null : readAsAt(as_at, now)
    const known_since = instant === null ? null : await knownSince(today, actor.hub_id)
    const db = instant === null ? today : await asItWas(today, instant)
    const definition = await definitionOfYear(db, { hub_id: actor.hub_id, year, key })
    const narrowed = event === undefined ? null : await eventCalled(db, actor.hub_id, event)
    const of_event = narrowed ? { event_id: narrowed.id } : {}
    const of_category = category === undefined || !definition.by ? {} : { category }
    const question = {
      hub_id: actor.hub_id,
      year,
      ...of_event,
      ...of_category,
      ...(text === undefined ? {} : { text }),
      ...(district === undefined ? {} : { district }),
      ...(month === undefined ? {} : { month }),
      ...(parts === undefined ? {} : { parts }),
    }
    const read = () => pageOf(db, definition, { ...question, ...(after ? { after } : {}), size: SIZE + 1 })
    const isKept = instant === null && after === undefined && text === undefined
    const page = isKept
      ? await firstPages.of(db, { hub_id: actor.hub_id, name: JSON.stringify([key, question]), ask: read })
      : await read()
    const rows = page.rows.slice(0, SIZE)
    const last = rows.at(-1)
    const whole = { hub_id: actor.hub_id, year }
    const programme = parts?.programme
    const figures =
      programme !== undefined
        ? await figuresWithin(db, { ...whole, programme }, [definition])
        : instant === null
          ? await kept.some(db, whole, [definition])
          : await figuresOf(db, whole, [definition])
    const figure = figures.find((candidate) => candidate.key === key)
    return {
      key,
      year,
      as_at: instant,
      known_since,
      title: definition.title,
      unit: unitOf(definition),
      words: inWords(definition),
      note: definition.note ?? null,
      source: definition.source,
      definition_version: definition.version,
      value: figure?.value ?? null,
      /** How many units the list has with its filter. */
      total: page.total,
      event: narrowed && { reference: narrowed.reference, title: narrowed.title },
      districts: page.districts.map(({ code, units: count }) => ({
        code: code ?? 'unknown',
        name: code === null ? 'District unknown' : districtName(code),
        units: count,
      })),
      dimensions: dimensionsOf(definition),
      /** Empty where the figure is not given by category. */
      categories: page.categories,
      rows: rows.map(shown),
      next: page.rows.length > SIZE && last ? { name: last.name, id: last.id } : null,
    }
  })

const shown = (unit: Unit) => ({
  ...unit,
  district: unit.district === null ? null : districtName(unit.district),
  noun: fileOf(unit.kind).noun,
  because: unit.because.map(({ kind, reference, on }) => ({ kind, noun: fileOf(kind).noun, reference, on })),
})

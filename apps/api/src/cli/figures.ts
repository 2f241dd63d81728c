import { asItWas } from '@hubline/db/as-at.ts'
import type { Db } from '@hubline/db/connection.ts'
import { fileOf } from '@hubline/domain/imports/bundle.ts'
import { findDefinition } from '@hubline/domain/indicators/catalogue.ts'
import type { Definition } from '@hubline/domain/indicators/definition.ts'
import { Problem } from '@hubline/domain/problem.ts'
import { asAtInWords, readAsAt } from '@hubline/domain/years/as-at.ts'
import type { Year } from '@hubline/domain/years/year.ts'
import { type Figure, figuresOf } from '@hubline/reporting/figures.ts'
import { definitionIn } from '@hubline/reporting/hub-catalogue.ts'
import { knownSince } from '@hubline/reporting/known-since.ts'
import { type Unit, everyUnit } from '@hubline/reporting/units.ts'
import { notesOf } from './note-taking.ts'
import {
  type NamedHub,
  hubCalled,
  lookingAt,
  remark,
  say,
  sayPiece,
  whyTaken,
  withDatabase,
  yearCalled,
} from './outside.ts'

export type FiguresOptions = {
  hub: string
  year: string
  key?: string
  units?: true
  /** Of the units: a list of records, which is noted as one that left the hub. */
  why?: string
  asAt?: string
  json?: true
}

type Print = Readonly<Record<'say' | 'sayPiece' | 'remark', (text: string) => void>>

/** `hub figures`: the figures of a year, or one of them, or what stands behind one; printed to this program's output, unless told otherwise. */
export function figuresCommand(options: FiguresOptions, print: Print = { say, sayPiece, remark }): Promise<boolean> {
  return withDatabase(async (database) => {
    const hub = await hubCalled(database, options.hub)
    const year = yearCalled(options.year)
    const now = new Date()
    const instant = options.asAt === undefined ? undefined : readAsAt(options.asAt, now)
    const reason = whyTaken(options.why)
    await lookingAt(database, hub, async (tx) => {
      if (instant !== undefined) await remarkOnPast(tx, hub, instant, print)
      const db = instant === undefined ? tx : await asItWas(tx, instant)
      const only =
        options.key === undefined ? undefined : await definitionCalled(db, { hub_id: hub.id, year, key: options.key })
      const figures = await figuresOf(db, { hub_id: hub.id, year }, ...(only ? [[only]] : []))
      if (only && options.units) {
        const value = figures[0]?.value ?? null
        const list = { print, hub, year, definition: only, value, asJson: options.json ?? false }
        const taken = { key: only.key, year, as_at: instant, reason }
        const note = notesOf(database, hub, 'units')
        await note('asked', taken)
        await note('downloaded', { ...taken, rows: await printUnits(db, list) })
        return
      }
      const targets = await targetsOf(db, hub, year)
      if (options.json) printJson({ print, hub, year, as_at: instant ?? now.toISOString(), figures, targets })
      else
        for (const { key, value, title } of figures)
          print.say(`${(value ?? '–').padStart(14)}  ${key.padEnd(34)}  ${title}`)
    })
    return true
  })
}

/** Of what was before the hub itself came in, nothing is known: figures of none would look like an answer. */
async function remarkOnPast(tx: Db, hub: NamedHub, instant: string, print: Print): Promise<void> {
  const since = await knownSince(tx, hub.id)
  if (since && Date.parse(instant) < since.getTime())
    print.remark(
      `Nothing is known of ${asAtInWords(instant)}: the first record of this hub came in on ${asAtInWords(since.toISOString())}`,
    )
}

async function definitionCalled(
  db: Db,
  asked: { hub_id: string; year: Year; key: string },
): Promise<Definition | undefined> {
  const definition = await definitionIn(db, asked)
  if (!definition && !findDefinition(asked.key))
    throw new Problem('not_found', `There is no figure ${asked.key}: hub figures without --key lists them all`)
  return definition
}

async function targetsOf(db: Db, hub: NamedHub, year: Year): Promise<Map<string, string>> {
  const rows = await db
    .selectFrom('target')
    .select(['indicator_key', 'value'])
    .where('hub_id', '=', hub.id)
    .where('year', '=', year)
    .where('voided_at', 'is', null)
    .orderBy('id')
    .execute()
  return new Map(rows.map(({ indicator_key, value }) => [indicator_key, value]))
}

type Answer = {
  print: Print
  hub: NamedHub
  year: Year
  as_at: string
  figures: readonly Figure[]
  targets: ReadonlyMap<string, string>
}

function printJson({ print, hub, year, as_at, figures, targets }: Answer): void {
  print.say(
    JSON.stringify({
      hub: hub.slug,
      year,
      as_at,
      // A mean without answers has no value, and is left out.
      figures: figures
        .filter(({ value }) => value !== null)
        .map(({ key, title, unit, value, definition_version }) => ({
          key,
          title,
          unit,
          value,
          definition_version,
          target: targets.get(key) ?? null,
        })),
    }),
  )
}

type Behind = { print: Print; hub: NamedHub; year: Year; definition: Definition; value: string | null; asJson: boolean }

/** Printed as they are read: a figure may have any number of units. How many they were. */
async function printUnits(db: Db, { print, hub, year, definition, value, asJson }: Behind): Promise<number> {
  if (asJson) print.sayPiece(`${JSON.stringify({ key: definition.key, value }).slice(0, -1)},"units":[`)
  let before = ''
  let many = 0
  for await (const unit of everyUnit(db, definition, { hub_id: hub.id, year })) {
    const shown = shownUnit(definition, unit)
    if (asJson) print.sayPiece(before + JSON.stringify(shown))
    else
      print.say(
        `${unit.reference}  ${unit.name}: ${shown.because.map(({ file, reference, on }) => `${reference} of ${file} on ${on}`).join(', ')}`,
      )
    before = ','
    many += 1
  }
  if (asJson) print.say(']}')
  return many
}

function shownUnit({ counts }: Definition, { reference, name, because }: Unit) {
  const divisor =
    'sum' in counts ? { fte_of_30_hours: 30, fte_of_own_week: 1, amount_pence: 100 }[counts.sum] : undefined
  return {
    reference,
    name,
    because: because.map((record) => ({
      file: fileOf(record.kind).file,
      reference: record.reference,
      on: record.on,
      ...(divisor === undefined || record.amount === null ? {} : { amount: shownAmount(record.amount, divisor) }),
    })),
  }
}

/** Pounds with two decimals; FTE with six, so that thirds still add up to the figure. */
function shownAmount(amount: string, divisor: number): string {
  return (Number(amount) / divisor).toFixed(divisor === 100 ? 2 : 6)
}

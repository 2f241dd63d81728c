import type { Tx } from '@hubline/db/connection.ts'
import { type Definition, frameworkOf, unitOf } from '@hubline/domain/indicators/definition.ts'
import { isToldOfProgrammes } from '@hubline/domain/indicators/of-programmes.ts'
import type { Year } from '@hubline/domain/years/year.ts'
import { figuresWithin } from '@hubline/reporting/figures.ts'
import { catalogueOf } from '@hubline/reporting/hub-catalogue.ts'
import { Kept } from '@hubline/reporting/kept.ts'
import { z } from 'zod'
import { YearInput, definitionOf, dueBy, elapsed, yearsOf } from '../indicators/board.ts'
import { reads } from '../trpc.ts'
import { keptCourse } from '../years/course.ts'
import { yearTargetsOf } from '../years/year-targets.ts'
import { ProgrammeInput, programmeCalled } from './programme-called.ts'

/** Figures of programmes that this server has counted, each good until its hub's records change. */
const figures = new Kept<Awaited<ReturnType<typeof figuresWithin>>>()

/** The figures that can be told of a programme: those of a framework only where it is the programme's own. */
export const toldOf = (
  catalogue: readonly Definition[],
  { framework }: { framework: string | null },
): readonly Definition[] =>
  catalogue.filter((definition) => {
    const own = frameworkOf(definition)
    return isToldOfProgrammes(definition) && (own === undefined || own === framework)
  })

/** Every figure that a programme can be told of in a year, of its own records. */
export const figuresOfProgramme = (db: Tx, asked: { hub_id: string; year: Year; programme: string }) =>
  figures.of(db, {
    hub_id: asked.hub_id,
    name: `${asked.year} of ${asked.programme}`,
    ask: async () => {
      const { framework } = await programmeCalled(db, asked.hub_id, asked.programme)
      return figuresWithin(db, asked, toldOf(await catalogueOf(db, asked), { framework }))
    },
  })

/** A programme in a year: each figure that it has a target for, with what was reached, what is due and where it may end. */
export const programmeFigures = reads('figures:read')
  .input(z.object({ year: YearInput, programme: ProgrammeInput }))
  .query(async ({ ctx: { db, actor, today }, input: { year, programme: reference } }) => {
    const { hub_id } = actor
    const programme = await programmeCalled(db, hub_id, reference)
    const all = await figuresOfProgramme(db, { hub_id, year, programme: reference })
    const targets = await yearTargetsOf(db, { hub_id, year, programme_id: programme.id })
    const catalogue = await catalogueOf(db, { hub_id, year })
    const told = []
    for (const target of targets) {
      const definition = await definitionOf(db, hub_id, target.indicator_key)
      const course = await keptCourse(db, definition, { hub_id, year, today, programme })
      const value = all.find(({ key }) => key === definition.key)?.value ?? null
      const due = dueBy(target, year, today)
      told.push({ ...summary(definition), value, target: target.value, due, course })
    }
    return {
      year,
      years: await yearsOf(db, hub_id, today),
      programme,
      /** How much of the year has gone, 0 to 1. */
      elapsed: elapsed(year, today),
      with_target: told,
      /** The other figures in which the programme has something. */
      others: all
        .filter(({ key, value }) => Number(value ?? 0) > 0 && !targets.some((one) => one.indicator_key === key))
        .flatMap(({ key, value }) =>
          catalogue.filter((one) => one.key === key).map((definition) => ({ ...summary(definition), value })),
        ),
    }
  })

const summary = (definition: Definition) => ({
  key: definition.key,
  title: definition.title,
  pack: definition.pack,
  unit: unitOf(definition),
})

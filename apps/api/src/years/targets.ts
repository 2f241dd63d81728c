import { unitOf } from '@hubline/domain/indicators/definition.ts'
import { previousYear } from '@hubline/domain/years/year.ts'
import { catalogueOf } from '@hubline/reporting/hub-catalogue.ts'
import { z } from 'zod'
import { YearInput } from '../indicators/board.ts'
import { kept } from '../indicators/kept.ts'
import { figuresOfProgramme, toldOf } from '../programmes/programme-figures.ts'
import { ProgrammeInput, programmeCalled } from '../programmes/programme-called.ts'
import { reads } from '../trpc.ts'
import { yearTargetsOf } from './year-targets.ts'
import { areTargetsFixed, stateAfter, stepsOf } from './year-steps.ts'

/** The targets of a year, of the hub or of one programme, with what the year before was to reach and how it went, month by month. */
export const targets = reads('figures:read')
  .input(z.object({ year: YearInput, programme: ProgrammeInput.optional() }))
  .query(async ({ ctx: { db, actor }, input: { year, programme: reference } }) => {
    const { hub_id } = actor
    const before = previousYear(year)
    const programme = reference === undefined ? null : await programmeCalled(db, hub_id, reference)
    const programme_id = programme?.id
    const set = await yearTargetsOf(db, { hub_id, year, programme_id })
    const set_before = await yearTargetsOf(db, { hub_id, year: before, programme_id })
    const catalogue = await catalogueOf(db, { hub_id, year })
    const figures = programme
      ? await figuresOfProgramme(db, { hub_id, year: before, programme: programme.reference })
      : await kept.of(db, { hub_id, year: before })
    return {
      year,
      before,
      programme: programme && { reference: programme.reference, name: programme.name },
      is_fixed: areTargetsFixed(stateAfter(await stepsOf(db, hub_id, year))),
      figures: (programme ? toldOf(catalogue, programme) : catalogue).map((definition) => {
        const { key, title, pack } = definition
        const target = set.find(({ indicator_key }) => indicator_key === key)
        const figure = figures.find((one) => one.key === key)
        return {
          key,
          title,
          pack,
          unit: unitOf(definition),
          version: target?.version ?? 0,
          value: target === undefined ? null : Number(target.value),
          profile: target?.profile ?? null,
          before: {
            value: figure?.value ?? null,
            target: set_before.find(({ indicator_key }) => indicator_key === key)?.value ?? null,
            months: figure?.months ?? [],
          },
        }
      }),
    }
  })

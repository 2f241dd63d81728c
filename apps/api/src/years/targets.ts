import { unitOf } from '@hubline/domain/indicators/definition.ts'
import { previousYear } from '@hubline/domain/years/year.ts'
import { catalogueOf } from '@hubline/reporting/hub-catalogue.ts'
import { z } from 'zod'
import { YearInput, targetsOf } from '../indicators/board.ts'
import { kept } from '../indicators/kept.ts'
import { reads } from '../trpc.ts'
import { areTargetsFixed, stateAfter, stepsOf } from './year-steps.ts'

/** The targets of a year, with what the year before was to reach and how it went, month by month. */
export const targets = reads('figures:read')
  .input(z.object({ year: YearInput }))
  .query(async ({ ctx: { db, actor }, input: { year } }) => {
    const { hub_id } = actor
    const before = previousYear(year)
    const [set, set_before] = [await targetsOf(db, hub_id, year), await targetsOf(db, hub_id, before)]
    const figures = await kept.of(db, { hub_id, year: before })
    return {
      year,
      before,
      is_fixed: areTargetsFixed(stateAfter(await stepsOf(db, hub_id, year))),
      figures: (await catalogueOf(db, { hub_id, year })).map((definition) => {
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

import { QUALITY_RULES } from '@hubline/domain/data-quality/rules.ts'
import { Kept } from '@hubline/reporting/kept.ts'
import { howManyListed } from '@hubline/reporting/data-quality/listing.ts'
import { z } from 'zod'
import { YearInput, yearsOf } from '../indicators/board.ts'
import { reads } from '../trpc.ts'
import { AskWhose, scopeFor } from './scope.ts'
import { shownRule } from './shown-rule.ts'

/** What this server has counted, each good until its hub's records or the day change. */
const kept = new Kept<Readonly<Record<string, number>>>()

/** Every rule with the length of its list for a year, and for one adviser where that is asked. */
export const overview = reads('figures:read')
  .input(z.object({ year: YearInput, whose: AskWhose }))
  .query(async ({ ctx: { db, actor, today }, input: { year, whose } }) => {
    const scope = await scopeFor(db, { actor, year, whose, today })
    const listed = await kept.of(db, {
      hub_id: actor.hub_id,
      name: `${year} ${today} ${scope.owner_id ?? ''}`,
      ask: () => howManyListed(db, scope),
    })
    return {
      year,
      years: await yearsOf(db, actor.hub_id, today),
      rules: QUALITY_RULES.map((rule) => ({ ...shownRule(rule), listed: listed[rule.key] ?? 0 })),
    }
  })

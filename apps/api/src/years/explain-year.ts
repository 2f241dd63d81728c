import { Problem } from '@hubline/domain/problem.ts'
import { ExplainYear } from '@hubline/domain/years/variance.ts'
import { YearInput, definitionOf } from '../indicators/board.ts'
import { changeRecord } from '../records/change-record.ts'
import { nextReference } from '../records/next-reference.ts'
import { writes } from '../trpc.ts'
import { explanationsOf } from './variances.ts'
import { mustBeOpen } from './year-steps.ts'

/** Says why figures of a year are far from the year before or from their target: all that was written, or nothing. */
export const explainYear = writes('year:close')
  .input(ExplainYear)
  .mutation(async ({ ctx: { db, actor }, input }) => {
    const { hub_id } = actor
    const year = YearInput.parse(input.year)
    await mustBeOpen(db, { hub_id, year }, { what: 'explanations', field: 'explanations' })
    const standing = await explanationsOf(db, hub_id, year)
    for (const { key, version, words } of input.explanations) {
      const { title } = await definitionOf(db, hub_id, key)
      const before = standing.find(({ indicator_key }) => indicator_key === key)
      if ((before === undefined) !== (version === 0))
        throw new Problem(
          'stale',
          `Somebody explained "${title}" meanwhile: read it below yours, then keep yours again`,
          'explanations',
        )
      if (before)
        await changeRecord(db, { kind: 'figure_explanation', hub_id, id: before.id, version, values: { words } })
      else
        await db
          .insertInto('figure_explanation')
          .values({ hub_id, reference: await nextReference(db, 'figure_explanation'), year, indicator_key: key, words })
          .execute()
    }
    return { explained: input.explanations.length }
  })

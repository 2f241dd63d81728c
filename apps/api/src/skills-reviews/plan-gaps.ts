import { Problem } from '@hubline/domain/problem.ts'
import { PlanGaps, needOfGap } from '@hubline/domain/skills-reviews/plan-line.ts'
import { sql } from 'kysely'
import { nextReference } from '../records/next-reference.ts'
import { writes } from '../trpc.ts'
import { mustHavePlan } from './review-to-plan.ts'

/** Makes a line of each of these gaps that has none yet, in the order of the gaps. */
export const planGaps = writes('review:work')
  .input(PlanGaps)
  .mutation(async ({ ctx: { db, actor, today }, input }) => {
    const { hub_id } = actor
    const { skills_review_id } = input
    await mustHavePlan(db, hub_id, skills_review_id)
    const gaps = await db
      .selectFrom('skills_gap')
      .select((eb) => [
        ...(['id', 'skill', 'role', 'role_group', 'skill_area', 'level', 'people'] as const),
        eb
          .exists(
            eb
              .selectFrom('plan_line')
              .select('plan_line.id')
              .whereRef('plan_line.hub_id', '=', 'skills_gap.hub_id')
              .whereRef('plan_line.skills_gap_id', '=', 'skills_gap.id')
              .where('plan_line.voided_at', 'is', null),
          )
          .as('is_planned'),
      ])
      .where('hub_id', '=', hub_id)
      .where('skills_review_id', '=', skills_review_id)
      .where('id', 'in', input.gaps)
      .where('voided_at', 'is', null)
      .orderBy('place')
      .orderBy('id')
      .execute()
    if (gaps.length < new Set(input.gaps).size)
      throw new Problem('invalid', 'One of the gaps is not of this review any more: reload the page', 'gaps')
    let added = 0
    for (const { id, skill, role, role_group, skill_area, level, people, is_planned } of gaps) {
      if (is_planned) continue
      added++
      await db
        .insertInto('plan_line')
        .values({
          hub_id,
          reference: await nextReference(db, 'plan_line', today),
          skills_review_id,
          skills_gap_id: id,
          place: sql<string>`(select coalesce(max(l.place), 0) + 1 from app.plan_line l
            where l.hub_id = ${hub_id} and l.skills_review_id = ${skills_review_id})`,
          need: needOfGap({ skill, role }),
          role_group,
          skill_area,
          level,
          people: people ?? 1,
        })
        .execute()
    }
    return { added }
  })

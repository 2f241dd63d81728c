import type { HubContext } from '../trpc.ts'
import { RemoveFormLine, SaveGap, SaveWorkforceLine } from '@hubline/domain/skills-reviews/answers.ts'
import { sql } from 'kysely'
import { writes } from '../trpc.ts'
import { mustBeBegun } from './review-form.ts'
import { type FormKind, type Saved, saveCrossing } from './save-crossing.ts'

type Line = { id: string; skills_review_id: string; seen: number }

async function save<Sent extends Line & { request_id: string }>(
  { db, actor: { hub_id, adviser_id } }: HubContext,
  kind: FormKind,
  { request_id: _, id, skills_review_id, seen, ...values }: Sent,
): Promise<Saved> {
  await mustBeBegun(db, hub_id, skills_review_id)
  return saveCrossing(db, { kind, hub_id, adviser_id, skills_review_id, id, seen, values })
}

/** Keeps a line of the workforce as it is typed. */
export const saveWorkforceLine = writes('review:work')
  .input(SaveWorkforceLine)
  .mutation(({ ctx, input }) =>
    save(ctx, 'workforce_line', {
      ...input,
      role_group: input.role_group ?? null,
      level: input.level ?? null,
      people: input.people ?? null,
    }),
  )

/** Keeps a skills gap as it is typed. */
export const saveGap = writes('review:work')
  .input(SaveGap)
  .mutation(({ ctx, input }) =>
    save(ctx, 'skills_gap', {
      ...input,
      role_group: input.role_group ?? null,
      level: input.level ?? null,
      people: input.people ?? null,
    }),
  )

/** Takes a line out of a form. One that is gone already stays gone. */
export const removeFormLine = writes('review:work')
  .input(RemoveFormLine)
  .mutation(async ({ ctx: { db, actor }, input: { kind, id, skills_review_id } }) => {
    await mustBeBegun(db, actor.hub_id, skills_review_id)
    await sql`update ${sql.table(`app.${kind}`)}
      set voided_at = now(), voided_by = ${actor.adviser_id}, void_reason = 'Taken out of the form'
      where hub_id = ${actor.hub_id} and skills_review_id = ${skills_review_id} and id = ${id} and voided_at is null`.execute(
      db,
    )
  })

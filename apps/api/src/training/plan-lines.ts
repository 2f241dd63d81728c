import type { Tx } from '@hubline/db/connection.ts'
import type { Day } from '@hubline/domain/day.ts'
import { Problem } from '@hubline/domain/problem.ts'
import { lineStatusFor } from '@hubline/domain/training/line-uptake.ts'
import type { ParticipationStatus } from '@hubline/domain/training/stages.ts'
import { changeRecord } from '../records/change-record.ts'
import { followUptake } from '../skills-reviews/follow-uptake.ts'

/** @throws Problem 'invalid' at field `plan_line_id` */
export async function mustBeLine(tx: Tx, hub_id: string, id: string | null | undefined): Promise<void> {
  if (!id) return
  const found = await tx
    .selectFrom('plan_line')
    .select('id')
    .where('hub_id', '=', hub_id)
    .where('id', '=', id)
    .where('voided_at', 'is', null)
    .executeTakeFirst()
  if (!found) throw new Problem('invalid', 'That line of the plan is not in your hub: choose it again', 'plan_line_id')
}

type Following = { hub_id: string; lines: readonly (string | null | undefined)[]; today: Day }

/** Lines of training plans have come as far as their learners have, and so have the reviews that they are of. */
export async function followLines(tx: Tx, { hub_id, lines: ids, today }: Following): Promise<void> {
  const reviews = new Set<string>()
  const wanted = [...new Set(ids.flatMap((id) => id ?? []))].toSorted()
  for (const id of wanted) {
    const line = await tx
      .selectFrom('plan_line')
      .select(['version', 'status', 'skills_review_id'])
      .where('hub_id', '=', hub_id)
      .where('id', '=', id)
      .where('voided_at', 'is', null)
      .forUpdate()
      .executeTakeFirst()
    const learners = await tx
      .selectFrom('participation')
      .select('status')
      .where('hub_id', '=', hub_id)
      .where('plan_line_id', '=', id)
      .where('voided_at', 'is', null)
      .execute()
    if (!line) continue
    reviews.add(line.skills_review_id)
    const status = lineStatusFor(
      line.status,
      learners.map((each): ParticipationStatus => each.status),
    )
    if (status !== line.status)
      await changeRecord(tx, { kind: 'plan_line', hub_id, id, version: line.version, values: { status } })
  }
  await followUptake(tx, { hub_id, reviews: [...reviews], today })
}

import { randomUUID } from 'node:crypto'
import { type PastedLearner, readPastedLearner } from '@hubline/domain/training/pasted-learners.ts'
import { type Day, parseIsoDay } from '@hubline/domain/day.ts'

type Cells = Parameters<typeof readPastedLearner>[0]

export function theDay(text: string): Day {
  const day = parseIsoDay(text)
  if (!day) throw new Error(`${text} is no day`)
  return day
}

/** A row of a list as the screen sends it once it has been read. */
export function aRow(row: number, cells: Cells, who: { person_id?: string; business_id?: string } = {}) {
  const { learner, errors } = readPastedLearner(cells, theDay('2022-03-31'))
  if (errors.length > 0) throw new Error(`Row ${row}: ${errors.map(({ sentence }) => sentence).join(', ')}`)
  const { employer: _, ...facts } = learner satisfies PastedLearner
  return { row, ...facts, ...who }
}

/** A confirmed paste: everybody enrolled on the first of March 2022 unless their row says otherwise. */
export const aPaste = (
  course_id: string,
  rows: ReturnType<typeof aRow>[],
  facts: { session_id?: string; plan_line_id?: string; evidence_level?: 'documented' } = {},
) => {
  const { evidence_level, ...where } = facts
  return {
    request_id: randomUUID(),
    course_id,
    rows,
    defaults: { enrolled_on: '2022-03-01', evidence_level },
    ...where,
  }
}

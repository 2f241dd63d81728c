import { shortYear } from './cases.ts'
import type { Making, Row } from './making.ts'

/** The files whose rows are numbered within their year, in the order of a day; and the letters that the number begins with. */
const NUMBERED: readonly (readonly [file: string, day: string, prefix: string])[] = [
  ['enquiries', 'received_on', 'E'],
  ['interactions', 'occurred_on', 'I'],
  ['diagnostics', 'completed_on', 'D'],
  ['referrals', 'made_on', 'R'],
  ['skills_reviews', 'offered_on', 'SR'],
  ['participations', 'enrolled_on', 'T'],
  ['outcomes', 'occurred_on', 'O'],
  ['survey_responses', 'submitted_on', 'SVR'],
  ['partner_support', 'supported_on', 'PS'],
]
const PLAIN: readonly (readonly [file: string, prefix: string])[] = [
  ['attendances', 'AT'],
  ['grants', 'GR'],
]

const FIRST = 10_001

/** Gives every row that nothing points at its reference: `I-2122-10417` is the 417th interaction of its year. */
export function numberRows({ rows }: Making): void {
  for (const [file, day, prefix] of NUMBERED) {
    const in_order = [...(rows.get(file) ?? [])].toSorted((one, other) =>
      (one[day] ?? '') < (other[day] ?? '') ? -1 : (one[day] ?? '') > (other[day] ?? '') ? 1 : 0,
    )
    const counted = new Map<string, number>()
    rows.set(
      file,
      in_order.map((row): Row => {
        const year = shortYear(row[day] ?? '')
        const number = counted.get(year) ?? FIRST
        counted.set(year, number + 1)
        return { reference: `${prefix}-${year}-${number}`, ...row }
      }),
    )
  }
  for (const [file, prefix] of PLAIN)
    rows.set(
      file,
      (rows.get(file) ?? []).map((row, at): Row => ({ reference: `${prefix}-${FIRST + at}`, ...row })),
    )
}

import type { Tx } from '@hubline/db/connection.ts'
import type { Likely } from '@hubline/domain/people/recognise-person.ts'
import { CheckLearners } from '@hubline/domain/training/paste-form.ts'
import { recogniseEach } from '../people/recognise-people.ts'
import { reads } from '../trpc.ts'
import type { LearnerRow } from './learner-row.ts'
import { learnersAmong, learnersFromRows, markOf } from './on-course.ts'

/** Somebody whom a row may be about, and what they are on the course already, if they are. */
export type LikelyLearner = Likely & { there: LearnerRow | null }
export type CheckedPerson = { verdict: 'known' | 'maybe' | 'new'; candidates: LikelyLearner[] }

/** Who the people of a list are, and who of them is on the course. Asked in pieces of a hundred. Nothing is written. */
export const checkLearners = reads('training:record')
  .input(CheckLearners)
  .query(async ({ ctx: { db, actor }, input }): Promise<{ people: CheckedPerson[] }> => {
    const { course_id, people } = input
    const where = { hub_id: actor.hub_id, course_id, session_id: input.session_id ?? null }
    const recognised = await recogniseEach(db, actor.hub_id, people)
    const before = await fromTheSameRows(db, where, people)
    const ids = [
      ...recognised.flatMap(({ candidates }) => candidates.map(({ id }) => id)),
      ...[...before.values()].map(({ person }) => person.id),
    ]
    const there = await learnersAmong(db, where, [...new Set(ids)])
    return {
      people: recognised.map(({ verdict, candidates }, at) => {
        const came = before.get(at)
        if (came) return { verdict: 'known' as const, candidates: [asLikely(came, there.get(came.person.id) ?? came)] }
        return { verdict, candidates: candidates.map((each) => ({ ...each, there: there.get(each.id) ?? null })) }
      }),
    }
  })

const asLikely = ({ person }: LearnerRow, there: LearnerRow): LikelyLearner => ({
  ...person,
  email: null,
  postcode: null,
  works_at: null,
  score: 100,
  reason: 'From the same row of a list pasted before',
  there,
})

/** Who came to the course from a row like this one, by the place in the list. */
async function fromTheSameRows(
  tx: Tx,
  where: { hub_id: string; course_id: string },
  people: CheckLearners['people'],
): Promise<Map<number, LearnerRow>> {
  const marks = people.map(({ given_name, family_name, email, phone, postcode }) =>
    markOf({ given_name, family_name, email: email || null, phone: phone || null, postcode: postcode || null }),
  )
  const found = await learnersFromRows(tx, where, marks)
  return new Map(
    marks.flatMap((mark, at) => {
      const learner = found.get(mark)
      return learner ? [[at, learner] as const] : []
    }),
  )
}

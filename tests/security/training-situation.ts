import { randomUUID } from 'node:crypto'
import type { Tx } from '@hubline/db/connection.ts'

/** Names of a course and of what hangs on it. */
export type TrainingIds = {
  training_course_id: string
  training_course_reference: string
  provider_id: string
  session_id: string
  learner_id: string
}

/** A course of a provider, with a session to come and a learner on it. */
export async function aTrainingSituation(
  tx: Tx,
  { hub_id, person_id, word }: { hub_id: string; person_id: string; word: string },
): Promise<TrainingIds> {
  const next = () => `X-${word}-${randomUUID()}`
  const provider = await tx
    .insertInto('organisation')
    .values({ hub_id, reference: next(), name: word, kind: 'college' })
    .returning('id')
    .executeTakeFirstOrThrow()
  const course = await tx
    .insertInto('course')
    .values({ hub_id, reference: next(), title: word, kind: 'short_course', organisation_id: provider.id })
    .returning(['id', 'reference'])
    .executeTakeFirstOrThrow()
  const session = await tx
    .insertInto('course_session')
    .values({
      hub_id,
      reference: next(),
      course_id: course.id,
      starts_on: '2022-05-09',
      ends_on: '2022-05-10',
      place: word,
      places: 5,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  const learner = await tx
    .insertInto('participation')
    .values({
      hub_id,
      reference: next(),
      course_id: course.id,
      session_id: session.id,
      person_id,
      status: 'enrolled',
      enrolled_on: '2022-03-01',
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return {
    training_course_id: course.id,
    training_course_reference: course.reference,
    provider_id: provider.id,
    session_id: session.id,
    learner_id: learner.id,
  }
}

export const noTraining = (): TrainingIds => ({
  training_course_id: randomUUID(),
  training_course_reference: `X-${randomUUID()}`,
  provider_id: randomUUID(),
  session_id: randomUUID(),
  learner_id: randomUUID(),
})

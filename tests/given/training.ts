import { randomUUID } from 'node:crypto'
import type { Made, TestHub } from './hub.ts'
import { aRecord } from './records.ts'

type CourseFacts = {
  reference: string
  title: string
  kind: 'short_course' | 'bootcamp' | 'regulated'
  level: '2' | '3'
  guided_hours: string
  organisation_id: string
}

/** A short course of the hub, unless it says otherwise. Gives its id. */
export const aCourse = (hub: TestHub, facts: Partial<CourseFacts> = {}): Promise<string> =>
  aRecord(hub, 'course', { hub_id: hub.hub_id, title: 'Lean manufacturing', kind: 'short_course', ...facts })

type SessionFacts = {
  reference: string
  starts_on: string
  ends_on: string
  places: number
  status: 'open' | 'closed' | 'cancelled'
}

/** A session of the course in the month after the noon of tests, open, with ten places. Gives its id. */
export const aSession = (hub: TestHub, course_id: string, facts: Partial<SessionFacts> = {}): Promise<string> =>
  aRecord(hub, 'course_session', {
    hub_id: hub.hub_id,
    course_id,
    starts_on: '2022-04-11',
    ends_on: '2022-04-15',
    places: 10,
    ...facts,
  })

type LearnerFacts = {
  reference: string
  session_id: string
  business_id: string
  plan_line_id: string
  status: 'applied' | 'enrolled' | 'started' | 'in_learning' | 'completed' | 'withdrawn'
  waiting_number: number
  enrolled_on: string
  first_attended_on: string
  qualifying_start_on: string
  completed_on: string
  evidence_level: 'self_declared' | 'documented'
}

/** A learner on a course, enrolled unless it says otherwise. Gives the id of the participation. */
export const aLearner = (
  hub: TestHub,
  course_id: string,
  person: Made,
  facts: Partial<LearnerFacts> = {},
): Promise<string> =>
  aRecord(hub, 'participation', {
    hub_id: hub.hub_id,
    course_id,
    person_id: person.id,
    status: 'enrolled',
    enrolled_on: '2022-03-01',
    ...facts,
  })

export const theLearner = (hub: TestHub, id: string) =>
  hub.inside((tx) =>
    tx
      .selectFrom('participation')
      .selectAll()
      .where('hub_id', '=', hub.hub_id)
      .where('id', '=', id)
      .executeTakeFirstOrThrow(),
  )

/** What a filled form about a new learner holds. */
export const anEnrolmentForm = (
  course_id: string,
  person: Made,
  facts: Partial<{
    session_id: string
    business_id: string
    plan_line_id: string
    enrolled_on: string
    or_wait: boolean
  }> = {},
) => ({ request_id: randomUUID(), id: randomUUID(), course_id, person_id: person.id, ...facts })

/** Changes of one learner, as the form sends them. */
export const aChangeOf = <Facts extends object>(id: string, version: number, facts: Facts) => ({
  request_id: randomUUID(),
  learners: [{ id, version, ...facts }],
})

import { randomUUID } from 'node:crypto'
import { STAFF_ROLES, type Role } from '@hubline/domain/staff/permissions.ts'
import type { Answer } from './answer.ts'

const brokers: readonly Role[] = ['skills_broker', 'manager', 'admin']
const sent = () => ({ request_id: randomUUID() })
const changed = (id: string) => ({ ...sent(), id, version: 1 })
const made = () => ({ ...sent(), id: randomUUID() })
const run = { starts_on: '2022-06-06', ends_on: '2022-06-07', places: 5 }

/** The part of the table that is about courses and learners. */
export const TRAINING_ANSWERS: Readonly<Record<string, Answer>> = {
  'training.addCourse': {
    may: brokers,
    ask: ({ provider_id }) => ({ ...made(), title: 'Lean working', organisation_id: provider_id }),
  },
  'training.addProvider': { may: brokers, ask: () => ({ ...made(), name: 'Longbridge College', kind: 'college' }) },
  'training.addSession': {
    may: brokers,
    ask: ({ training_course_id }) => ({ ...made(), course_id: training_course_id, ...run }),
  },
  'training.changeCourse': {
    may: brokers,
    ask: ({ training_course_id }) => ({ ...changed(training_course_id), title: 'Lean working' }),
  },
  'training.changeLearners': {
    may: STAFF_ROLES,
    ask: ({ learner_id }) => ({
      ...sent(),
      learners: [{ id: learner_id, version: 1, status: 'started', first_attended_on: '2022-03-07' }],
    }),
  },
  'training.changeSession': { may: brokers, ask: ({ session_id }) => ({ ...changed(session_id), ...run }) },
  'training.checkLearners': {
    may: STAFF_ROLES,
    ask: ({ training_course_id, session_id }) => ({
      course_id: training_course_id,
      session_id,
      people: [{ given_name: 'Foreignword', family_name: 'Patel', email: 'person@Foreignword.example' }],
    }),
  },
  'training.course': {
    may: STAFF_ROLES,
    ask: ({ training_course_reference }) => ({ reference: training_course_reference }),
  },
  'training.courses': { may: STAFF_ROLES, ask: () => ({ size: 100 }) },
  'training.enrol': {
    may: STAFF_ROLES,
    ask: ({ training_course_id, session_id, second_person_id }) => ({
      ...made(),
      course_id: training_course_id,
      session_id,
      person_id: second_person_id,
    }),
  },
  'training.learners': {
    may: STAFF_ROLES,
    ask: ({ training_course_reference }) => ({ filter: { course: training_course_reference } }),
  },
  'training.pasteLearners': {
    may: STAFF_ROLES,
    ask: ({ training_course_id, session_id, second_person_id, business_id }) => ({
      ...sent(),
      course_id: training_course_id,
      session_id,
      defaults: { enrolled_on: '2022-03-01' },
      rows: [{ row: 1, person_id: second_person_id, business_id, given_name: 'Nadia', family_name: 'Patel' }],
    }),
  },
  'training.providers': { may: STAFF_ROLES, ask: () => undefined },
  'training.sessionsForLine': { may: STAFF_ROLES, ask: ({ plan_line_reference }) => ({ line: plan_line_reference }) },
  'training.uptake': { may: STAFF_ROLES, ask: () => ({ size: 100 }) },
}

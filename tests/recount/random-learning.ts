import { daysAfter, orBlank, someDay } from './random.ts'
import { EVIDENCE, type RandomFile, numbered, pick, yesNo } from './random-shape.ts'

const PARTICIPATIONS = [
  'applied',
  'enrolled',
  'started',
  'in_learning',
  'completed',
  'achieved',
  'withdrawn',
  'transferred',
  'did_not_start',
]
const ATTENDANCES = ['invited', 'booked', 'waitlist', 'cancelled', 'attended', 'attended', 'attended', 'no_show']
const LEVELS = ['', 'entry', '1', '2', '3', '4', '5', '6', '7', '8', 'unregulated']
const FAMILIES = ['sitrep', 'skills_for_growth', 'satisfaction', 'follow_up']

const courses: RandomFile = {
  file: 'courses.csv',
  columns: ['reference', 'title', 'organisation_reference', 'level', 'kind', 'guided_hours'],
  rows: (random, shape) =>
    numbered(shape.courses, (n) => ({
      reference: `CR-${n}`,
      title: `Course ${n}`,
      organisation_reference: orBlank(random, 0.2, pick.organisation(random, shape)),
      level: LEVELS[n % LEVELS.length] ?? '',
      kind: random.one(['', 'short_course', 'bootcamp', 'apprenticeship', 'regulated', 'other']),
      guided_hours: random.one(['', '7.5', '60', '120']),
    })),
}

const participations: RandomFile = {
  file: 'participations.csv',
  columns: [
    'reference',
    'person_reference',
    'business_reference',
    'course_reference',
    'status',
    'enrolled_on',
    'qualifying_start_on',
    'completed_on',
    'achieved_on',
    'evidence_level',
  ],
  rows: (random, shape) =>
    numbered(shape.many('participations'), (n) => {
      const enrolled_on = someDay(random)
      const began = random.often(0.7)
        ? random.often(0.3)
          ? someDay(random)
          : daysAfter(enrolled_on, random.between(0, 30))
        : ''
      const completed_on = began !== '' && random.often(0.5) ? daysAfter(began, random.between(1, 90)) : ''
      return {
        reference: `T-${n}`,
        person_reference: pick.person(random, shape),
        business_reference: orBlank(random, 0.5, pick.business(random, shape)),
        course_reference: `CR-${random.between(1, shape.courses)}`,
        status: random.one(PARTICIPATIONS),
        enrolled_on: orBlank(random, 0.1, enrolled_on),
        qualifying_start_on: began,
        completed_on,
        achieved_on: completed_on !== '' && random.often(0.5) ? completed_on : '',
        evidence_level: random.one(EVIDENCE),
      }
    }),
}

const events: RandomFile = {
  file: 'events.csv',
  columns: ['reference', 'title', 'kind', 'held_on', 'minutes', 'start_up_support', 'status'],
  rows: (random, shape) =>
    numbered(shape.events, (n) => ({
      reference: `EV-${n}`,
      title: `Workshop ${n}`,
      kind: random.one(['', 'workshop', 'networking']),
      held_on: someDay(random),
      minutes: random.one(['0', '60', '180', '360', '720']),
      start_up_support: yesNo(random),
      status: random.one(['published', 'delivered', 'delivered', 'cancelled']),
    })),
}

const attendances: RandomFile = {
  file: 'attendances.csv',
  columns: ['reference', 'event_reference', 'person_reference', 'business_reference', 'status', 'evidence_level'],
  rows: (random, shape) => {
    let before = { event_reference: 'EV-1', business_reference: 'B-1' }
    return numbered(shape.many('attendances'), (n) => {
      // Every third comes to the same event, from the same business, as the one before.
      if (n % 3 !== 0)
        before = {
          event_reference: `EV-${random.between(1, shape.events)}`,
          business_reference: orBlank(random, 0.2, pick.business(random, shape)),
        }
      return {
        reference: `AT-${n}`,
        ...before,
        person_reference: orBlank(random, 0.1, pick.person(random, shape)),
        status: random.one(ATTENDANCES),
        evidence_level: random.one(EVIDENCE),
      }
    })
  },
}

const surveys: RandomFile = {
  file: 'surveys.csv',
  columns: ['reference', 'family', 'title', 'fieldwork_from', 'fieldwork_to'],
  rows: (random, shape) =>
    numbered(shape.surveys, (n) => {
      const fieldwork_from = someDay(random)
      return {
        reference: `SV-${n}`,
        family: FAMILIES[(n - 1) % FAMILIES.length] ?? 'sitrep',
        title: `Survey ${n}`,
        fieldwork_from,
        fieldwork_to: orBlank(random, 0.3, daysAfter(fieldwork_from, 60)),
      }
    }),
}

const survey_responses: RandomFile = {
  file: 'survey_responses.csv',
  columns: [
    'reference',
    'survey_reference',
    'business_reference',
    'person_reference',
    'submitted_on',
    'valid',
    'score',
  ],
  rows: (random, shape) =>
    numbered(shape.many('survey_responses'), (n) => {
      const survey = random.between(1, shape.surveys)
      const satisfaction = FAMILIES[(survey - 1) % FAMILIES.length] === 'satisfaction'
      return {
        reference: `SR-${n}`,
        survey_reference: `SV-${survey}`,
        business_reference: orBlank(random, 0.2, pick.business(random, shape)),
        person_reference: orBlank(random, 0.7, pick.person(random, shape)),
        submitted_on: someDay(random),
        valid: random.one(['yes', 'yes', 'yes', 'no']),
        score: satisfaction ? random.one(['', '1', '2', '3', '4', '5']) : '',
      }
    }),
}

export const LEARNING_FILES: readonly RandomFile[] = [courses, participations, events, attendances]
export const SURVEY_FILES: readonly RandomFile[] = [surveys, survey_responses]

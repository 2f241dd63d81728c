import {
  EVIDENCE_LEVELS,
  bundleFile,
  day,
  decimal,
  oneOf,
  reference,
  refersTo,
  required,
  text,
} from '../imports/bundle-file.ts'

export const COURSE_LEVELS = ['entry', '1', '2', '3', '4', '5', '6', '7', '8', 'unregulated'] as const
export const COURSE_KINDS = ['short_course', 'bootcamp', 'apprenticeship', 'regulated', 'other'] as const
export const PARTICIPATION_STATUSES = [
  'applied',
  'enrolled',
  'started',
  'in_learning',
  'completed',
  'achieved',
  'withdrawn',
  'transferred',
  'did_not_start',
] as const

export const coursesFile = bundleFile({
  file: 'courses.csv',
  kind: 'course',
  noun: 'course',
  prefix: 'CR',
  columns: {
    reference: reference(),
    title: required(text(300)),
    organisation_reference: refersTo('organisation'),
    level: oneOf(COURSE_LEVELS),
    kind: oneOf(COURSE_KINDS),
    guided_hours: decimal(2, 1e6),
  },
})

export const participationsFile = bundleFile({
  file: 'participations.csv',
  kind: 'participation',
  noun: 'participation',
  prefix: 'T',
  columns: {
    reference: reference(),
    person_reference: required(refersTo('person')),
    business_reference: { ...refersTo('business'), label: 'Employer' },
    course_reference: required(refersTo('course')),
    status: required(oneOf(PARTICIPATION_STATUSES)),
    enrolled_on: day(),
    qualifying_start_on: day(),
    completed_on: day(),
    achieved_on: day(),
    evidence_level: oneOf(EVIDENCE_LEVELS),
  },
})

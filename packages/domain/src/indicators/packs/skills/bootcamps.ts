import type { Definition } from '../../definition.ts'

const BOOTCAMPS = {
  version: 2026,
  pack: 'skills',
  counts: { each: 'person', per: 'course' },
  source: 'Skills Bootcamps, funding rules of 2026; a valid start is milestone 1 and an outcome is milestone 3',
} as const

export const bootcampStarts: Definition = {
  ...BOOTCAMPS,
  key: 'skills.bootcamp_starts',
  title: 'Bootcamp starts (milestone 1)',
  any_of: [{ a: 'participation', dated: 'milestone_1_on', is: { course_kind: ['bootcamp'] }, evidence: 'documented' }],
  note: 'Milestone 1 is 10 guided hours over at least 14 days and an initial assessment. It cannot be entered without them.',
}

export const bootcampOutcomes: Definition = {
  ...BOOTCAMPS,
  key: 'skills.bootcamp_outcomes',
  title: 'Bootcamp positive outcomes (milestone 3)',
  any_of: [
    {
      a: 'participation',
      dated: 'milestone_3_on',
      is: { course_kind: ['bootcamp'] },
      filled: ['milestone_1_on', 'milestone_2_on'],
      evidence: 'verified',
    },
  ],
  note: 'A mock interview, or a vacancy of less than 12 weeks, does not reach milestone 2, and so no outcome follows from it.',
}

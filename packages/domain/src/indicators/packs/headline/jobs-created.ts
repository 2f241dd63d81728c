import type { Definition } from '../../definition.ts'
import { HEADLINE_SOURCE } from '../countable.ts'

export const jobsCreated: Definition = {
  key: 'lep.jobs_created',
  version: 1,
  pack: 'headline',
  title: 'Jobs created',
  counts: { sum: 'fte_of_30_hours' },
  any_of: [
    {
      a: 'outcome',
      dated: 'occurred_on',
      is: { kind: ['job_created'], state: ['verified'] },
      yes: ['is_primary'],
      blank_or_at_least: { expected_months: 12 },
    },
  ],
  note: 'Construction and safeguarded jobs are figures of their own. A post counts once, for its primary claim.',
  source: HEADLINE_SOURCE,
}

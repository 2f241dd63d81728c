import type { Definition } from '../../definition.ts'

export const jobsSafeguarded: Definition = {
  key: 'lep.jobs_safeguarded',
  version: 1,
  pack: 'headline',
  title: 'Jobs safeguarded',
  counts: { sum: 'fte_of_own_week' },
  any_of: [
    {
      a: 'outcome',
      dated: 'occurred_on',
      is: { kind: ['job_safeguarded'], state: ['verified'] },
      yes: ['is_primary'],
      noted_before: 'at_risk_noted_on',
    },
  ],
  note: 'Without a note of the risk dated before the post was kept, a job does not count.',
  source: "Defra wording for safeguarded jobs: at risk before support, on the employer's own full-time week",
}

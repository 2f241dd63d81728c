import { expect, test } from 'vitest'
import { LogInteraction, countsAsSupport } from './log-interaction.ts'

const filled = {
  request_id: '01890000-0000-7000-8000-000000000001',
  id: '01890000-0000-7000-8000-000000000002',
  business_id: '01890000-0000-7000-8000-000000000003',
  kind: 'mentoring',
  channel: 'video',
  occurred_on: '2022-03-31',
  minutes: 45,
}

test('blank pieces of a form are nothing, and what is typed is trimmed', () => {
  expect(
    LogInteraction.parse({ ...filled, person_id: '', notes: '  ', subject: ' Plan ', next_on: '', evidence_level: '' }),
  ).toMatchObject({
    person_id: null,
    notes: null,
    subject: 'Plan',
    next_on: null,
    evidence_level: null,
  })
})

test.each([
  ['kind', { kind: 'activity' }, 'Choose what kind of interaction it was'],
  ['kind', { kind: undefined }, 'Choose what kind of interaction it was'],
  ['channel', { channel: '' }, 'Choose how you were in touch'],
  ['occurred_on', { occurred_on: '31/03/2022' }, 'Enter the date of the interaction, like 17/05/2021'],
  ['minutes', { minutes: undefined }, 'Enter the minutes as a whole number from 0 to 600'],
  ['minutes', { minutes: '45' }, 'Enter the minutes as a whole number from 0 to 600'],
  ['client', { business_id: '' }, 'Choose the business or the person you worked with'],
  ['next_step', { next_on: '2022-04-05' }, 'Say what the next step is'],
  ['subject', { subject: 'x'.repeat(501) }, 'Use at most 500 characters'],
])('a mistake in %s is told as a sentence', (field, facts, sentence) => {
  const read = LogInteraction.safeParse({ ...filled, ...facts })
  expect(read.error?.issues.map((issue) => [issue.path.join('.'), issue.message])).toEqual([[field, sentence]])
})

test.each([
  ['mentoring', 1, true],
  ['mentoring', 0, false],
  ['admin_note', 60, false],
  ['attempted_contact', 60, false],
  ['intelligence', 60, false],
])('%s of %d minutes counts as support: %s', (kind, minutes, counts) => {
  expect(countsAsSupport({ kind, minutes })).toBe(counts)
})

import { expect, test } from 'vitest'
import { type Reached, highlightsOf } from './highlights.ts'

const reached = (
  title: string,
  value: string | null,
  last_year: string | null,
  facts: Partial<Reached> = {},
): Reached => ({
  title,
  unit: 'businesses',
  value,
  last_year,
  target: null,
  ...facts,
})

test('targets met, what rose and fell most, and what came from none', () => {
  expect(
    highlightsOf([
      reached('Private investment leveraged', '65610842.17', '17630000.00', { unit: 'GBP', target: '60000000' }),
      reached('Jobs safeguarded', '108.34', '169.38', { unit: 'FTE', target: '120' }),
      reached('SITREP businesses', '789', '419', { target: '750' }),
      reached('Businesses surveyed', '1312', '0'),
      reached('Client satisfaction', '4.9', '1.0', { unit: 'score' }),
    ]),
  ).toEqual([
    '2 of 3 targets were met; not met: jobs safeguarded.',
    'Rose most: private investment leveraged, by 272% from £17.63m to £65.61m.',
    'Fell most: jobs safeguarded, by 36% from 169.38 to 108.34.',
    'None the year before: businesses surveyed, now 1,312.',
  ])
})

test.each([
  ['nothing is said of nothing', [], []],
  ['no target is no target met', [reached('Jobs', '5', null)], []],
  ['a target of nought is none', [reached('Jobs', '0', null, { target: '0' })], []],
  ['in the first year of a hub nothing came from none', [reached('Jobs', '5', '0'), reached('Firms', '7', '0')], []],
  ['one target', [reached('Jobs', '5', '5', { target: '5' })], ['The target was met.']],
  ['one target, missed', [reached('Jobs', '4', '4', { target: '5' })], ['0 of 1 target was met; not met: jobs.']],
  [
    'what has no figure misses its target',
    [reached('Jobs', null, '4', { target: '5' })],
    ['0 of 1 target was met; not met: jobs.'],
  ],
] as const)('%s', (_, headlines, sentences) => {
  expect(highlightsOf(headlines)).toEqual(sentences)
})

import { expect, test } from 'vitest'
import { choiceProblem, movingTogether, versionsAt } from './year-versions.ts'

const [JULY, MAY] = ['2026-07-01T10:00:00.000Z', '2026-05-01T10:00:00.000Z']
const first = { version: 1, published_at: null }
const medium = { key: 'medium', title: 'Medium', versions: [first, { version: 2, published_at: JULY }] }
const light = {
  key: 'light',
  title: 'Light',
  versions: [first, { version: 2, published_at: MAY }, { version: 3, published_at: JULY }],
}
const jobs = { key: 'jobs', title: 'Jobs', versions: [first, { version: 2, published_at: MAY.replace('01T', '02T') }] }
const ASKED = [medium, light, jobs]
const chosen = (...versions: number[]) => ASKED.map(({ key }, at) => ({ key, version: versions[at] ?? 1 }))

test('bands that were published together are asked together', () => {
  expect(movingTogether(ASKED).map((group) => group.map(({ key }) => key))).toEqual([['medium', 'light'], ['jobs']])
  expect(versionsAt([medium, light], JULY)).toEqual([
    { key: 'medium', version: 2 },
    { key: 'light', version: 3 },
  ])
  expect(versionsAt([medium, light], MAY)).toEqual([
    { key: 'medium', version: 1 },
    { key: 'light', version: 2 },
  ])
})

test.each([
  ['as it was when the year began', chosen(1, 1, 1), /^nothing is wrong$/],
  ['one publication of two', chosen(1, 2, 2), /^nothing is wrong$/],
  ['both publications', chosen(2, 3, 1), /^nothing is wrong$/],
  ['half of a publication', chosen(2, 2, 1), /^These move together.*Medium; Light$/],
  ['a version that is not offered', chosen(3, 3, 1), /^Say which version counts the year: Medium$/],
  ['nothing', [], /Medium; Light; Jobs$/],
  ['a figure that was not asked of', [...chosen(1, 1, 1), { key: 'other', version: 1 }], /reload the page/],
] as const)('%s', (_, versions, problem) => {
  expect(choiceProblem(ASKED, versions) ?? 'nothing is wrong').toMatch(problem)
})

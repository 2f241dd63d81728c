import { CATALOGUE } from '@hubline/domain/indicators/catalogue.ts'
import { unchanged } from '@hubline/domain/indicators/change-definition.ts'
import { expect, test } from 'vitest'
import { fillFrom, readFilled } from './definition-fill.ts'

test('a form that nobody has touched means what it was filled with, for every figure', () => {
  for (const definition of CATALOGUE) {
    const was = unchanged(definition)
    expect(readFilled(fillFrom(was), was)).toEqual({ change: was })
  }
})

test('minutes that cannot be read are told at their field', () => {
  const was = unchanged(CATALOGUE.find(({ key }) => key === 'gh.medium')!)
  const filled = fillFrom(was)
  expect(readFilled({ ...filled, minutes_at_least: '2 hours' }, was)).toMatchObject({ field: 'minutes_at_least' })
  const [first, ...rest] = filled.ways
  expect(readFilled({ ...filled, ways: [{ ...first!, minutes: '-1' }, ...rest] }, was)).toMatchObject({
    field: 'minutes-0',
  })
  expect(readFilled({ ...filled, minutes_at_least: ' 120 ' }, was)).toMatchObject({ change: { minutes_at_least: 120 } })
})

import { expect, test } from 'vitest'
import { csvAddress, readAfter, readListQuestion, writeAfter } from './list-question.ts'

const ID = '0198a2c4-1111-7abc-8def-0123456789ab'

test('filter, district and page are read from the address', () => {
  const after = writeAfter({ id: ID, name: 'Ash & Sons, Ltd' })
  expect(readListQuestion({ text: ' kiln ', district: 'E07000193', after })).toEqual({
    text: 'kiln',
    district: 'E07000193',
    after,
  })
  expect(readAfter(after)).toEqual({ id: ID, name: 'Ash & Sons, Ltd' })
})

test('a district may be unknown', () =>
  expect(readListQuestion({ district: 'unknown' })).toEqual({ district: 'unknown' }))

test('what cannot be read is dropped and named', () => {
  expect(readListQuestion({ district: 'Stafford', colour: 'red', after: 'x' })).toEqual({
    dropped: 'district,colour,after',
  })
})

test('the notice stays while the rest is asked', () => {
  expect(readListQuestion({ dropped: 'colour', text: 'a' })).toEqual({ text: 'a', dropped: 'colour' })
  expect(readListQuestion({ dropped: '<b>,colour' })).toEqual({ dropped: 'colour' })
})

test('blank parts are neither asked nor told', () => expect(readListQuestion({ text: ' ', district: '' })).toEqual({}))

test('the file has the filter of the list', () => {
  expect(csvAddress({ key: 'lep.jobs_created', year: '2021-22', text: 'a&b', district: 'unknown' })).toBe(
    '/indicators/lep.jobs_created/units.csv?year=2021-22&text=a%26b&district=unknown',
  )
  expect(csvAddress({ key: 'gh.high', year: '2021-22' })).toBe('/indicators/gh.high/units.csv?year=2021-22')
})

import { describe, expect, test } from 'vitest'
import { readReviewsQuestion, reviewsCsvAddress } from './reviews-question.ts'

const read = (address: Record<string, string>) => readReviewsQuestion(address, '2026-27')

describe('the address of the skills reviews', () => {
  test('asks for the present year, the newest offer first, when it says nothing', () => {
    expect(read({})).toMatchObject({ asked: { year: '2026-27' }, sort: 'offered_on', direction: 'desc' })
  })

  test('asks for every year by name, and for a span of days in whatever year it lies', () => {
    expect(read({ year: 'all' }).asked).toEqual({})
    expect(read({ by: 'held_on', from: '2026-11-01', to: '2026-11-30' }).asked).toEqual({
      by: 'held_on',
      from: '2026-11-01',
      to: '2026-11-30',
    })
  })

  test('is never wrong: words that mean nothing are dropped', () => {
    expect(
      read({ year: '2026', at: 'nowhere', broker: 'Priya', sector: 'z', from: '31/11/2026', by: 'held_on', sort: 'x' }),
    ).toEqual({ ...read({}), direction: 'asc' })
  })

  test('keeps a reason only beside those who declined', () => {
    expect(read({ at: 'declined', reason: 'no_time' }).reason).toBe('no_time')
    expect(read({ at: 'held', reason: 'no_time' }).reason).toBeUndefined()
  })
})

test('what is downloaded is what is on the screen', () => {
  expect(reviewsCsvAddress(read({ q: 'kiln & co', at: 'declined', reason: 'none', district: 'E07000197' }))).toBe(
    '/skills-reviews.csv?year=2026-27&district=E07000197&text=kiln+%26+co&at=declined&reason=none',
  )
})

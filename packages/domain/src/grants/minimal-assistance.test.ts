import { expect, test } from 'vitest'
import type { Day } from '../day.ts'
import { type Award, assistanceBy, withFurther } from './minimal-assistance.ts'

const award = (accepted_on: string, pounds: number, facts: Partial<Award> = {}): Award => ({
  reference: 'GR-1',
  scheme: 'Kiln fund',
  regime: 'mfa',
  status: 'paid',
  amount_pence: pounds * 100,
  accepted_on: accepted_on as Day,
  ...facts,
})
const by = (day: string, ...awards: Award[]) => assistanceBy(day as Day, awards)

test('T11: after £250,000 on 31 March 2021, £60,000 on 31 March 2023 fits and £70,000 does not', () => {
  const assistance = by('2023-03-31', award('2021-03-31', 250_000))

  expect(assistance).toMatchObject({ from: '2020-04-01', had: 25_000_000, left: 6_500_000 })
  expect(withFurther(assistance, 6_000_000)).toEqual({
    fits: true,
    words: 'It would make £310,000.00 of £315,000.00: it fits, with £5,000.00 left.',
  })
  expect(withFurther(assistance, 7_000_000)).toEqual({
    fits: false,
    words: 'It would make £320,000.00 of £315,000.00: £5,000.00 too much. Offer less, or use another regime.',
  })
})

test.each([
  ['2023-03-31', '2020-04-01', 250_000],
  ['2023-04-01', '2021-04-01', 0],
  ['2021-03-30', '2018-04-01', 0],
  ['2021-03-31', '2018-04-01', 250_000],
])('by %s what was given since %s counts', (day, from, pounds) => {
  expect(by(day, award('2021-03-31', 250_000))).toMatchObject({ from, had: pounds * 100 })
})

test('an award that comes to exactly the limit fits, and a penny more does not', () => {
  const assistance = by('2023-03-31', award('2022-05-01', 300_000))
  expect([withFurther(assistance, 1_500_000).fits, withFurther(assistance, 1_500_001).fits]).toEqual([true, false])
})

test('earlier small aid adds up; other regimes, offers not accepted and what was taken back do not', () => {
  const on = '2022-05-01'
  const assistance = by(
    '2022-06-01',
    award(on, 1, { regime: 'spei' }),
    award(on, 2, { regime: 'de_minimis' }),
    award(on, 4, { regime: 'small_amount' }),
    award(on, 8, { regime: 'streamlined_route' }),
    award(on, 16, { regime: 'not_a_subsidy' }),
    award(on, 32, { accepted_on: null, status: 'offer_issued' }),
    award(on, 64, { status: 'recovered' }),
    award(on, 128, { status: 'withdrawn' }),
  )
  expect([assistance.had, assistance.counted.length]).toEqual([700, 3])
})

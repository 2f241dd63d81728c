import { expect, test } from 'vitest'
import { parseIsoDay } from '../day.ts'
import type { Day } from '../day.ts'
import { readNextStep } from './read-next-step.ts'

/** A Wednesday. */
const today = parseIsoDay('2026-05-20') as Day

test.each([
  ['chase quotes fri', 'chase quotes', '2026-05-22'],
  ['Chase quotes Friday', 'Chase quotes', '2026-05-22'],
  ['chase quotes fri.', 'chase quotes', '2026-05-22'],
  ['chase quotes on fri', 'chase quotes', '2026-05-22'],
  ['chase quotes by 29 may', 'chase quotes', '2026-05-29'],
  ['chase quotes this fri', 'chase quotes', '2026-05-22'],
  ['chase quotes, due fri', 'chase quotes', '2026-05-22'],
  ['chase quotes - fri', 'chase quotes', '2026-05-22'],
  ['ring Priya tomorrow', 'ring Priya', '2026-05-21'],
  ['ring Priya today', 'ring Priya', '2026-05-20'],
  ['ring Priya wed', 'ring Priya', '2026-05-27'],
  ['send plan +2w', 'send plan', '2026-06-03'],
  ['send plan +3', 'send plan', '2026-05-23'],
  ['send plan 1/6', 'send plan', '2026-06-01'],
  ['send plan 1/6/26', 'send plan', '2026-06-01'],
  ['send plan 2026-06-01', 'send plan', '2026-06-01'],
  ['send plan 1 june 2026', 'send plan', '2026-06-01'],
  ['send plan 1st June, 2026', 'send plan', '2026-06-01'],
  ['send plan mon 1 june', 'send plan', '2026-06-01'],
  ['send plan Mon 1 June 2026', 'send plan', '2026-06-01'],
  ['send plan 17 may', 'send plan', '2027-05-17'],
  ['fri', '', '2026-05-22'],
  ['  send   plan   fri ', 'send plan', '2026-05-22'],
])('"%s" is "%s" on %s', (text, step, on) => expect(readNextStep(text, today)).toEqual({ step, on }))

test.each([
  'chase quotes',
  'chase quotes soon',
  'book the room for fri',
  'plan the visit of 1 june',
  'meet next fri',
  'ask about last friday',
  'send figures to 31/3',
  'check invoice 17/5/2020',
  'meet yesterday',
  'renew policy 2 5',
  'pay 2500',
  'call Mr T',
  'ring y',
  'work from mon',
  'read chapter 2.1',
  'ring 01782 000000',
  'send plan 31 june',
  'order part 17052026',
  'chase quotes (fri)',
  'chase Friday quotes',
  '',
  'send plan tue 1 june 2026 x',
])('"%s" keeps all its words and has no day', (text) => expect(readNextStep(text, today)).toEqual({ step: text }))

test('a full stop at the end of a step without a day stays', () => {
  expect(readNextStep('Send the plan.', today)).toEqual({ step: 'Send the plan.' })
})

import type { Day } from '@hubline/domain/day.ts'
import { expect, test } from 'vitest'
import { echoOfStep, plannedStep, saidStep, textOfStep } from './next-step-text.ts'

/** A Tuesday. */
const today = '2026-11-24' as Day

test('a step to come is offered with its day, one that is overdue without', () => {
  expect(textOfStep({ next_step: 'Chase quotes', next_on: '2026-11-27' as Day }, today)).toBe('Chase quotes 27/11/2026')
  expect(textOfStep({ next_step: 'Chase quotes', next_on: today }, today)).toBe('Chase quotes 24/11/2026')
  expect(textOfStep({ next_step: 'Chase quotes', next_on: '2026-11-23' as Day }, today)).toBe('Chase quotes')
  expect(textOfStep({ next_step: null, next_on: null }, today)).toBe('')
})

test('what is offered reads as the same step again', () => {
  const step = { next_step: 'Chase quotes', next_on: '2026-12-04' as Day }
  expect(plannedStep(textOfStep(step, today), today)).toEqual(step)
})

test('the day is said back', () => {
  expect(echoOfStep('chase quotes fri', today)).toBe('Friday 27 November 2026')
  expect(echoOfStep('chase quotes', today)).toBe('No day: end with one, like fri or 17/5')
  expect(echoOfStep('', today)).toBe('Nothing planned')
  expect(echoOfStep('fri', today)).toBe('Say what the next step is')
})

test('blank words take the plan away, a day alone is not sent', () => {
  expect(plannedStep(' ', today)).toEqual({ next_step: null, next_on: null })
  expect(plannedStep('fri', today)).toBeUndefined()
})

test('a plan is said with its day, when it has one', () => {
  expect(saidStep({ next_step: 'Chase quotes', next_on: '2026-11-27' as Day })).toBe(
    'Chase quotes, Friday 27 November 2026',
  )
  expect(saidStep({ next_step: 'Chase quotes', next_on: null })).toBe('Chase quotes')
  expect(saidStep({ next_step: null, next_on: null })).toBe('nothing planned')
})

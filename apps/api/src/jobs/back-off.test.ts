import { expect, test } from 'vitest'
import { MOST_ATTEMPTS, waitAfter } from './back-off.ts'

test('a job is tried again soon, then ever more seldom, for about a day', () => {
  const waits = Array.from({ length: MOST_ATTEMPTS - 1 }, (_, n) => waitAfter(n + 1))

  expect(waits.slice(0, 3)).toEqual([10, 20, 40])
  expect(Math.max(...waits)).toBe(3600)
  const hours = waits.reduce((sum, wait) => sum + wait, 0) / 3600
  expect(hours).toBeGreaterThan(20)
  expect(hours).toBeLessThan(28)
})

import { expect, test } from 'vitest'
import { keepReason, lastReason } from '../ui/last-reason.ts'
import { forgetEverything } from './me.ts'

test('what somebody typed as the reason for a list is not there for the next person', async () => {
  keepReason('Appeal of a named person')
  // Outside a browser there is no store of answers to wipe.
  await forgetEverything().catch(() => undefined)
  expect(lastReason()).toBe('')
})

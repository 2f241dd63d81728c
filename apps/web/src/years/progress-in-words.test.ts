import { expect, test } from 'vitest'
import { type Progress, progressInWords } from './progress-in-words.ts'

const OF = { sheet: 'Proof', sheets_written: 11, sheets: 28, rows_written: 84_000, rows: 219_126 }

test.each<[Progress['state'], string]>([
  ['asked', 'The pack is being counted.'],
  ['writing', 'Writing Proof: 11 of 28 sheets, 84,000 of 219,126 rows.'],
  ['written', 'All is written: 28 sheets with 219,126 rows. The file is on its way to you.'],
  ['sent', 'Done: 28 sheets with 219,126 rows were sent.'],
  ['broke_off', 'The file broke off: ask for it again.'],
])('a pack that is %s', (state, words) => {
  expect(progressInWords({ ...OF, state })).toBe(words)
})

import { expect, test } from 'vitest'
import { type Progress, isOver, lostInWords, progressInWords } from './progress-in-words.ts'

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

test('a pack that was refused before it was begun says so', () => {
  expect(progressInWords({ ...OF, sheets: 0, state: 'broke_off' })).toBe('No file was begun: ask for it again.')
})

const LOOKED = {
  progress: { ...OF, state: 'writing' } as Progress | null,
  known: true,
  failed: false,
  waited_ms: 90_000,
}

test.each([
  ['goes on', LOOKED, undefined],
  ['is not yet known', { ...LOOKED, progress: null, known: false, waited_ms: 29_000 }, undefined],
  [
    'never became known',
    { ...LOOKED, progress: null, known: false, waited_ms: 31_000 },
    'The server knows of no such pack',
  ],
  ['is known no more', { ...LOOKED, progress: null }, 'The server knows no more of this pack'],
  ['cannot be asked of', { ...LOOKED, failed: true }, 'The server cannot be asked how far the pack is'],
])('a pack that %s', (_what, looked, words) => {
  expect(lostInWords(looked)?.split(':')[0]).toBe(words)
  expect(isOver(looked)).toBe(words !== undefined)
})

test.each<[Progress['state'], boolean]>([
  ['sent', true],
  ['broke_off', true],
  ['written', false],
])('after %s it is over: %s', (state, over) => {
  expect(isOver({ ...LOOKED, progress: { ...OF, state } })).toBe(over)
})

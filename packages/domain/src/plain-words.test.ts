import { expect, test } from 'vitest'
import { z } from 'zod'
import { speakPlainly } from './plain-words.ts'

speakPlainly()

const said = (schema: z.ZodType, value: unknown) => schema.safeParse(value).error?.issues[0]?.message

test.each([
  [z.object({}), null, 'Something is missing here: fill it in'],
  [z.object({}), 'x', 'This could not be read: reload the page and enter it again'],
  [z.string(), 1, 'This could not be read: reload the page and enter it again'],
  [z.string().min(1), '', 'Something is missing here: fill it in'],
  [z.string().min(12), 'x', 'Use at least 12 characters'],
  [z.string().max(3), 'xxxx', 'Use at most 3 characters'],
  [z.number(), 'x', 'Enter a number'],
  [z.int(), 1.5, 'Enter a whole number'],
  [z.int().min(1), 0, 'Enter 1 or more'],
  [z.int(), 2 ** 60, 'Enter a smaller number'],
  [z.int(), -(2 ** 60), 'Enter a larger number'],
  [z.int().max(100), 101, 'Enter 100 or less'],
  [z.array(z.string()).min(1), [], 'Choose at least one'],
  [z.array(z.string()).max(1), ['a', 'b'], 'Choose at most 1'],
  [z.enum(['a']), 'b', 'This is not in the list: choose it again'],
  [z.uuid(), 'b', 'This is not in the list: choose it again'],
  [z.iso.datetime(), 'b', 'This is no time on any day: choose it again'],
  [z.union([z.string(), z.number()]), true, 'This could not be read: reload the page and enter it again'],
])('%# a value that does not fit is refused in words that people use', (schema, value, sentence) => {
  expect(said(schema, value)).toBe(sentence)
})

test('a sentence of the schema itself comes first', () => {
  expect(said(z.string('Enter the name'), 1)).toBe('Enter the name')
  expect(said(z.string().min(1, 'Enter the name'), '')).toBe('Enter the name')
})

import { expect, test } from 'vitest'
import { optionalText, requiredText } from './fields.ts'

const name = requiredText('Enter the name')

test.each(['=SUM(1)', '+1', '株式会社', 'مقهى', '👍', '.'])('%s is something to read', (text) => {
  expect(name.parse(` ${text} `)).toBe(text)
})

test.each(['', ' ', '\u200B', '\uFEFF\u2060'])('what nobody can see is nothing: %j', (text) => {
  expect(name.safeParse(text).error?.issues[0]?.message).toBe('Enter the name')
  expect(optionalText().parse(text)).toBeNull()
})

test.each(['Amber \u202Edtl', '\u202E \u202C', 'a\u2066b\u2069'])(
  'what turns the direction of text is refused: %j',
  (text) => {
    for (const field of [name, optionalText()])
      expect(field.safeParse(text).error?.issues.map(({ message }) => message)).toContain(
        'Type it without the invisible signs that turn the direction of text: they came with what was pasted',
      )
  },
)

test('right-to-left names need no such signs, and marks between words of two scripts stay', () => {
  for (const text of ['مقهى Café', 'שלום 24', 'Zoe\u200D', 'abc\u200Fאבג']) expect(name.parse(text)).toBe(text)
})

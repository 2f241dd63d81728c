import { expect, test } from 'vitest'
import { optionalText, requiredText } from './fields.ts'

const name = requiredText('Enter the name')

test.each(['=SUM(1)', '+1', '株式会社', 'مقهى', '👍', '.'])('%s is something to read', (text) => {
  expect(name.parse(` ${text} `)).toBe(text)
})

test.each(['', ' ', '\u200B', '\uFEFF\u2060', '\u202E \u202C'])('what nobody can see is nothing: %j', (text) => {
  expect(name.safeParse(text).error?.issues[0]?.message).toBe('Enter the name')
  expect(optionalText().parse(text)).toBeNull()
})

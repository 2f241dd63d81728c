import { expect, test } from 'vitest'
import { AcceptInvitation, SignIn, weaknessOf } from './sign-in.ts'

test.each([
  ['short words', 'jo@hub.example', /at least 12/],
  ['jo@hub.example', 'jo@hub.example', /not your e-mail/],
  ['JO@Hub.Example', 'jo@hub.example', /not your e-mail/],
  ['aaaaaaaaaaaaaaaa', 'jo@hub.example', /different characters/],
  // Eleven characters, though sixteen units of text.
  ['🐝🐝🐝🐝🐝abcdef', 'jo@hub.example', /at least 12/],
])('"%s" cannot become a password', (password, email, sentence) => {
  expect(weaknessOf(password, email)).toMatch(sentence)
})

test('three words make a password', () => {
  expect(weaknessOf('kiln otter marzipan', 'jo@hub.example')).toBeUndefined()
})

test('a password is the same however its accents were typed', () => {
  const composed = SignIn.parse({ email: 'jo@hub.example', password: 'caf\u00e9 otter kiln' })
  const combined = SignIn.parse({ email: 'jo@hub.example', password: 'cafe\u0301 otter kiln' })

  expect(composed).toEqual(combined)
})

test('an address is known by its small letters', () => {
  expect(SignIn.parse({ email: ' Jo.Bloggs@Hub.Example ', password: 'x' }).email).toBe('jo.bloggs@hub.example')
})

test('a link that was cut short is refused with a sentence', () => {
  expect(AcceptInvitation.safeParse({ token: 'abc', password: 'x' }).error?.issues[0]?.message).toBe(
    'Open the whole link of your invitation',
  )
})

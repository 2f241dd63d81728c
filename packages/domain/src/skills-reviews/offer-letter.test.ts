import { describe, expect, test } from 'vitest'
import { SendOffers, USUAL_LETTER, merge } from './offer-letter.ts'

const values = {
  contact: 'Nadia Patel',
  first_name: 'Nadia',
  business: 'Amber Ltd',
  broker: 'Bo Broker',
  hub: 'Hub',
}

test('a letter is filled in for one business, all but the link', () => {
  expect(merge('Hello {first_name} of {business}: {link}', values)).toBe('Hello Nadia of Amber Ltd: {link}')
})

test('what a name holds is never read as a field', () => {
  expect(merge('{business}', { ...values, business: 'The {link} {broker} Co' })).toBe('The link broker Co')
})

describe('a letter is refused in words', () => {
  const read = (letter: { subject?: string; text?: string }) =>
    SendOffers.safeParse({
      request_id: crypto.randomUUID(),
      id: crypto.randomUUID(),
      criteria: {},
      most: 10,
      ...USUAL_LETTER,
      ...letter,
    })

  test('the usual one is not', () => expect(read({}).success).toBe(true))

  test.each([
    ['subject', { subject: ' ' }, 'Enter a subject'],
    ['subject', { subject: 'Choose: {link}' }, 'The link does not work in a subject: put it into the letter'],
    ['text', { text: 'Dear all, {link}' }, 'Address the person by name: put {contact} or {first_name} into the letter'],
    ['text', { text: 'Hello {contact}' }, 'Say where they choose a time: put {link} into the letter'],
    [
      'text',
      { text: 'Hello {contact} {link} {firm}' },
      'There is no field {firm}: use one of {contact}, {first_name}, {business}, {broker}, {hub}, {link}',
    ],
  ])('%s of %j', (field, letter, sentence) => {
    expect(read(letter).error?.issues.map(({ path, message }) => [path.join('.'), message])).toEqual([
      [field, sentence],
    ])
  })
})

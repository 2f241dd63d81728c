import { expect, test } from 'vitest'
import type { Client } from '../businesses/client.ts'
import { businessesFor, startOf, toSend, type Unmatched, withPerson } from './match-choice.ts'

const bakery = { id: 'b', reference: 'B-1', name: 'Amberwood Bakery Ltd', trading_name: null }
const alike = { town: null, postcode: null, score: 60, verdict: 'maybe' as const, reason: 'Names 60% alike' }
const guest: Unmatched = {
  id: 'at',
  reference: 'AT-1',
  status: 'booked',
  given_name: 'Nadia',
  family_name: 'Patel',
  business_name: 'Amberwood Bakery',
  email: 'nadia@amberwood.example',
  phone: null,
  person: null,
  people: [{ id: 'p', reference: 'P-1', name: 'Nadia Patel', ...alike, workplaces: [bakery] }],
  workplaces: [],
  businesses: [
    { id: 'b', reference: 'B-1', name: 'Amberwood Bakery Ltd', ...alike },
    { id: 'c', reference: 'B-2', name: 'Amberley Bakers', ...alike },
  ],
}
const nadia: Client = { kind: 'person', id: 'p', reference: 'P-1', name: 'Nadia Patel' }

test('nothing is chosen for the one who matches, however alike the first name is', () => {
  expect(startOf(guest)).toMatchObject({ person: undefined, business: undefined })
  expect(toSend(guest, startOf(guest))).toMatch(/who it is/)
})

test('a person who works at the business that was named comes for it; another is asked about', () => {
  expect(withPerson(guest, startOf(guest), nadia).business).toMatchObject({ id: 'b' })
  const elsewhere = { ...guest, business_name: 'Kiln Works' }
  const choice = withPerson(elsewhere, startOf(elsewhere), nadia)
  expect(choice.business).toBeUndefined()
  expect(toSend(elsewhere, choice)).toMatch(/which business/)
})

test('workplaces stand before names alike, and each business once', () => {
  expect(businessesFor(guest, withPerson(guest, startOf(guest), nadia)).map(({ id, reason }) => [id, reason])).toEqual([
    ['b', 'Works there'],
    ['c', 'Names 60% alike'],
  ])
})

test('somebody new is sent with those who were shown and passed over', () => {
  const choice = { ...startOf(guest), person: 'new' as const, business: 'none' as const }

  expect(toSend(guest, choice)).toEqual({
    attendance_id: 'at',
    person: {
      given_name: 'Nadia',
      family_name: 'Patel',
      email: 'nadia@amberwood.example',
      phone: null,
      although_similar_to: ['p'],
    },
    business: null,
  })
})

import { expect, test } from 'vitest'
import { saysMore, surelyForBusiness, surelyThatPerson } from './match-attendee.ts'

const nadia = { id: '1', given_name: 'Nadia', family_name: 'Patel', email: 'nadia@amberwood.example' }
const typed = { given_name: 'N', family_name: 'Patel', email: 'Nadia@Amberwood.example' }

test('the same own e-mail address and family name make it that person', () => {
  expect(surelyThatPerson(typed, [nadia, { ...nadia, id: '2', email: 'other@amberwood.example' }])).toBe(nadia)
})

test.each([
  ['two people on record have them', typed, [nadia, { ...nadia, id: '2' }]],
  ['the family name is another', { ...typed, family_name: 'Shah' }, [nadia]],
  [
    'several people read the mailbox',
    { ...typed, email: 'info@amberwood.example' },
    [{ ...nadia, email: 'info@amberwood.example' }],
  ],
  [
    'only name and phone agree',
    { ...typed, given_name: 'Nadia', email: null, phone: '01782 000000' },
    [{ ...nadia, phone: '01782 000000' }],
  ],
  ['nobody is like them', typed, []],
])('a person of the hub decides where %s', (_, attendee, candidates) => {
  expect(surelyThatPerson(attendee, candidates)).toBeUndefined()
})

const amberwood = { id: 'a', name: 'Amberwood Bakery Ltd', trading_name: 'The Bakehouse' }
const kiln = { id: 'k', name: 'Kiln Works', trading_name: null }

test.each([
  ['amberwood bakery limited', [amberwood, kiln], amberwood],
  ['The Bakehouse', [amberwood, kiln], amberwood],
  ['Amberwood', [amberwood, kiln], undefined],
  ['', [], null],
  ['', [amberwood], undefined],
  ['Amberwood Bakery', [], undefined],
  ['Kiln Works', [kiln, { ...kiln, id: 'l' }], undefined],
])('somebody who says "%s" and works at %o comes for %o', (said, workplaces, business) => {
  expect(surelyForBusiness(said, workplaces)).toBe(business)
})

test('of two places of one person, having come outweighs having booked, and that having waited', () => {
  expect(saysMore('attended', 'booked')).toBe(true)
  expect(saysMore('waitlist', 'booked')).toBe(false)
  expect(saysMore('booked', 'booked')).toBe(false)
})

import { describe, expect, test } from 'vitest'
import { refusalOf } from '../../given/forms.ts'
import { aHub } from '../../given/hub.ts'

const described = (given_name: string, family_name: string, facts = {}) => ({ given_name, family_name, ...facts })

describe('the people of a list', () => {
  test('are known, perhaps known, or new, in the order of the list', async () => {
    const hub = await aHub()
    const priya = await hub.aPerson({ given_name: 'Priya', family_name: 'Shah', email: 'p@firm.example' })
    const tom = await hub.aPerson({ given_name: 'Tom', family_name: 'Ashby' })

    const { people } = await hub.as('adviser').people.recognise({
      people: [
        described('Sam', 'Reed'),
        described('P', 'Shah', { email: 'P@firm.example' }),
        described('Tom', 'Ashby', { email: 'tom@mail.example' }),
        described('', ''),
      ],
    })

    expect(people.map(({ verdict, candidates }) => [verdict, candidates.map(({ id }) => id)])).toEqual([
      ['new', []],
      ['known', [priya.id]],
      ['maybe', [tom.id]],
      ['new', []],
    ])
  })

  test('are known by the one into whom they were merged', async () => {
    const hub = await aHub()
    const remains = await hub.aPerson({ given_name: 'Priya', family_name: 'Mistry' })
    await hub.aPerson({ given_name: 'Priya', family_name: 'Shah', email: 'p@firm.example', merged_into_id: remains.id })

    const { people } = await hub
      .as('adviser')
      .people.recognise({ people: [described('Priya', 'Shah', { email: 'p@firm.example' })] })

    expect(people).toMatchObject([{ verdict: 'known', candidates: [{ id: remains.id, name: 'Priya Mistry' }] }])
  })

  test('are not known by a mailbox that several people read, nor by the records of another hub', async () => {
    const hub = await aHub()
    const other = await aHub()
    await hub.aPerson({ given_name: 'Dev', family_name: 'Shah', email: 'info@firm.example' })
    await other.aPerson({ given_name: 'Priya', family_name: 'Shah', email: 'p@firm.example' })

    const { people } = await hub.as('adviser').people.recognise({
      people: [
        described('Priya', 'Shah', { email: 'info@firm.example' }),
        described('Priya', 'Shah', { email: 'p@firm.example' }),
      ],
    })

    expect(people.map(({ verdict }) => verdict)).toEqual(['new', 'new'])
  })

  test('are asked about a hundred at a time', async () => {
    const hub = await aHub()
    const people = Array.from({ length: 101 }, () => described('Priya', 'Shah'))

    expect(await refusalOf(hub.as('adviser').people.recognise({ people }))).toMatchObject({
      code: 'invalid',
      field: 'people',
    })
  })
})

test('the businesses of a list are known by their whole name, and asked about where the name is only alike', async () => {
  const hub = await aHub()
  const bakery = await hub.aBusiness({ name: 'Amberwood Bakery Ltd' })
  const remains = await hub.aBusiness({ name: 'Trentham Ceramics Ltd' })
  await hub.aBusiness({ name: 'Trentham Tiles', merged_into_id: remains.id })
  const other = await aHub()
  await other.aBusiness({ name: 'Kiln Works Ltd' })

  const { businesses } = await hub.as('adviser').businesses.recognise({
    names: ['amberwood bakery', 'Amberwood Bakeries', 'Trentham Tiles Ltd', 'Kiln Works', '!'],
  })

  expect(businesses.map(({ verdict, candidates }) => [verdict, candidates[0]?.id, candidates[0]?.name])).toEqual([
    ['known', bakery.id, 'Amberwood Bakery Ltd'],
    ['maybe', bakery.id, 'Amberwood Bakery Ltd'],
    ['known', remains.id, 'Trentham Ceramics Ltd'],
    ['new', undefined, undefined],
    ['new', undefined, undefined],
  ])
})

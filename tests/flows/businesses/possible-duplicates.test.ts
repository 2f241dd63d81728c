import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { refusalOf } from '../../given/forms.ts'
import { aHub } from '../../given/hub.ts'

test('possible duplicates are offered with the reason, the surest first', async () => {
  const hub = await aHub()
  const same = await hub.aBusiness({ name: 'Saxonmill Energy Group Ltd', company_number: '00445566' })
  const near = await hub.aBusiness({ name: 'Saxonmil Enrgy', postcode: 'B79 7DL' })
  await hub.aBusiness({ name: 'Churnet Packaging Limited' })

  const { candidates } = await hub
    .as('adviser')
    .businesses.possibleDuplicates({ name: 'Saxonmill Energy', company_number: '445566', postcode: 'b797dl' })

  expect(candidates.map(({ id, verdict, reason }) => [id, verdict, reason])).toEqual([
    [same.id, 'same', 'Same company number 00445566'],
    [near.id, 'maybe', expect.stringMatching(/^Names \d+% alike, same postcode$/)],
  ])
})

test('an own e-mail domain and a phone are reasons; free mail is not', async () => {
  const hub = await aHub()
  await hub.aBusiness({ name: 'Kinergy', email: 'info@kinergy.example', phone: '01827 555123' })
  await hub.aBusiness({ name: 'Someone Else', email: 'someone@gmail.com' })
  const ask = hub.as('adviser').businesses.possibleDuplicates

  expect((await ask({ name: 'Bristol Counselling', email: 'sam@kinergy.example' })).candidates).toMatchObject([
    { name: 'Kinergy', reason: 'Same e-mail domain kinergy.example' },
  ])
  expect((await ask({ name: 'Bristol Counselling', phone: '+44 1827 555 123' })).candidates).toMatchObject([
    { name: 'Kinergy', reason: 'Same phone 01827 555123' },
  ])
  expect((await ask({ name: 'Bristol Counselling', email: 'other@gmail.com' })).candidates).toEqual([])
})

test('a person is recognised by own mail and family name, and not by a mailbox that several read', async () => {
  const hub = await aHub()
  await hub.aPerson({ given_name: 'Priya', family_name: 'Shah', email: 'priya@firm.example' })
  await hub.aPerson({ given_name: 'Tom', family_name: 'Ashby', email: 'info@firm.example' })
  const ask = hub.as('adviser').people.possibleDuplicates

  expect((await ask({ given_name: 'P', family_name: 'Shah', email: 'PRIYA@firm.example' })).candidates).toMatchObject([
    { name: 'Priya Shah', verdict: 'same' },
  ])
  expect((await ask({ given_name: 'Olivia', family_name: 'Grant', email: 'info@firm.example' })).candidates).toEqual([])
})

test('duplicates are looked for in the own hub only', async () => {
  await (await aHub()).aBusiness({ name: 'Saxonmill Energy Group Ltd', company_number: '00445566' })
  const stranger = await aHub()

  const { candidates } = await stranger
    .as('adviser')
    .businesses.possibleDuplicates({ name: 'Saxonmill Energy Group Ltd', company_number: '00445566' })

  expect(candidates).toEqual([])
})

test('"not the same" is kept once, whichever was named first', async () => {
  const hub = await aHub()
  const [one, other] = [await hub.aBusiness(), await hub.aBusiness()]

  await hub.as('adviser').businesses.sayDifferent({ request_id: randomUUID(), one_id: one.id, other_id: other.id })
  await hub.as('adviser').businesses.sayDifferent({ request_id: randomUUID(), one_id: other.id, other_id: one.id })

  const said = await hub.inside((tx) => tx.selectFrom('not_a_duplicate').select('kind').execute())
  expect(said).toEqual([{ kind: 'business' }])
})

test('a record named twice is no pair', async () => {
  const hub = await aHub()
  const { id } = await hub.aBusiness()

  const refusal = await refusalOf(
    hub.as('adviser').businesses.sayDifferent({ request_id: randomUUID(), one_id: id, other_id: id }),
  )

  expect(refusal).toMatchObject({ code: 'not_found', sentence: 'That is one record twice: choose the two again' })
})

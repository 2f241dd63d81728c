import { expect, test } from 'vitest'
import { aHub } from '../../given/hub.ts'
import { aCourse, aLearner, aSession } from '../../given/training.ts'

test('the learners of a course come by name, with their stage, employer and session', async () => {
  const hub = await aHub()
  const course_id = await aCourse(hub, { reference: 'CR-1' })
  const session_id = await aSession(hub, course_id, { reference: 'CS-1' })
  const business = await hub.aBusiness({ name: 'Amberwood Bakery Ltd' })
  const [tom, ana] = [await hub.aPerson({ given_name: 'Tom' }), await hub.aPerson({ given_name: 'Ana' })]
  await aLearner(hub, course_id, tom, { session_id, business_id: business.id })
  await aLearner(hub, course_id, ana, { status: 'completed', completed_on: '2022-03-01' })
  await aLearner(hub, await aCourse(hub), tom)
  const { learners } = hub.as('adviser').training
  const names = async (filter: object) =>
    (await learners({ filter: { course: 'CR-1', ...filter } })).rows.map(({ person }) => person.name)

  expect((await learners({ filter: { course: 'CR-1' } })).rows).toMatchObject([
    { person: { name: 'Ana Patel' }, status: 'completed', business: null, session: null },
    { person: { name: 'Tom Patel' }, business: { name: 'Amberwood Bakery Ltd' }, session: { reference: 'CS-1' } },
  ])
  expect(await names({ session: 'CS-1' })).toEqual(['Tom Patel'])
  expect(await names({ stage: 'completed' })).toEqual(['Ana Patel'])
  expect(await names({ text: 'tom' })).toEqual(['Tom Patel'])
  expect((await learners({ filter: { course: 'CR-1', stage: 'enrolled' } })).stages).toEqual({
    enrolled: 1,
    completed: 1,
  })
  expect((await learners({ filter: { course: 'CR-1', session: 'CS-1' } })).stages).toEqual({ enrolled: 1 })
})

test('a learner who was merged into another person is listed as the one who remains', async () => {
  const hub = await aHub()
  const course_id = await aCourse(hub, { reference: 'CR-1' })
  const remains = await hub.aPerson({ given_name: 'Priya' })
  await aLearner(hub, course_id, await hub.aPerson({ given_name: 'P', merged_into_id: remains.id }))

  const { rows } = await hub.as('adviser').training.learners({ filter: { course: 'CR-1' } })

  expect(rows).toMatchObject([{ person: { id: remains.id, name: 'Priya Patel' } }])
})

test('a long list comes in pages that miss nobody', async () => {
  const hub = await aHub()
  const course_id = await aCourse(hub, { reference: 'CR-1' })
  for (const name of ['A', 'B', 'C', 'D', 'E']) await aLearner(hub, course_id, await hub.aPerson({ given_name: name }))
  const ask = hub.as('adviser').training.learners

  const first = await ask({ filter: { course: 'CR-1' }, size: 2 })
  const second = await ask({ filter: { course: 'CR-1' }, size: 2, after: first.next })
  const third = await ask({ filter: { course: 'CR-1' }, size: 2, after: second.next })

  expect([...first.rows, ...second.rows, ...third.rows].map(({ person }) => person.name)).toEqual([
    'A Patel',
    'B Patel',
    'C Patel',
    'D Patel',
    'E Patel',
  ])
})

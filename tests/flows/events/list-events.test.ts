import { expect, test } from 'vitest'
import { aPlace, anEvent } from '../../given/events.ts'
import { aHub } from '../../given/hub.ts'

const titles = ({ rows }: { rows: { title: string }[] }) => rows.map(({ title }) => title)

test('events to come stand soonest first, past ones latest first, and each says how full it is', async () => {
  const hub = await aHub()
  await anEvent(hub, { title: 'Later', held_on: '2022-05-12', capacity: 1 })
  const soon = await anEvent(hub, { title: 'Soon', held_on: '2022-04-12', capacity: 1 })
  await anEvent(hub, { title: 'Long ago', held_on: '2020-04-12', draft: true })
  await anEvent(hub, { title: 'Yesterday', held_on: '2022-03-30', draft: true })
  await aPlace(hub, soon, await hub.aPerson())
  await aPlace(hub, soon, await hub.aPerson())
  const list = hub.as('adviser').events.list

  const coming = await list({ when: 'coming' })
  expect(titles(coming)).toEqual(['Soon', 'Later'])
  expect(coming.rows[0]).toMatchObject({
    stage: 'full',
    taken: 1,
    capacity: 1,
    counts: { booked: 1, waiting: 1, came: 0 },
  })
  expect(titles(await list({ when: 'past', direction: 'desc' }))).toEqual(['Yesterday', 'Long ago'])
  expect(titles(await list({ when: 'past', year: '2020-21' }))).toEqual(['Long ago'])
  expect(titles(await list({ when: 'coming', text: 'LATE' }))).toEqual(['Later'])
})

test('the list goes on by key, there and back', async () => {
  const hub = await aHub()
  for (const day of ['01', '02', '03', '04', '05']) await anEvent(hub, { title: day, held_on: `2022-05-${day}` })
  const list = hub.as('adviser').events.list

  const first = await list({ size: 2 })
  const second = await list({ size: 2, after: first.next })
  const third = await list({ size: 2, after: second.next })
  const back = await list({ size: 2, before: second.previous })

  expect([first, second, third, back].map(titles)).toEqual([['01', '02'], ['03', '04'], ['05'], ['01', '02']])
  expect(third.next).toBeNull()
})

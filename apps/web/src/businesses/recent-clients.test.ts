import { expect, test } from 'vitest'
import { forgetOpened, recentlyOpened, rememberOpened } from './recent-clients.ts'

const client = (id: string) => ({ kind: 'business' as const, id, reference: `B-${id}`, name: `Firm ${id}` })

test('the client opened last stands first, each once, six at most', () => {
  for (const id of ['1', '2', '3', '4', '5', '6', '7', '3']) rememberOpened(client(id))

  expect(recentlyOpened().map(({ id }) => id)).toEqual(['3', '7', '6', '5', '4', '2'])
})

test('nothing is remembered after signing out', () => {
  rememberOpened(client('1'))
  forgetOpened()

  expect(recentlyOpened()).toEqual([])
})

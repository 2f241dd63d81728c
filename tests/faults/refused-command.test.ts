import { expect, test } from 'vitest'
import { aDatabase } from '../given/database.ts'
import { hub } from './hub-command.ts'

test('a command that is refused before it looks into a hub says why, and ends', async () => {
  const url = (await aDatabase()).url

  const { status, err } = await hub({ DATABASE_URL: url }, 'figures', '--hub', 'nowhere', '--year', '2021-22')

  expect([status, err]).toEqual([1, 'There is no hub called nowhere: make one with hub new\n'])
})

import { boardsAhead } from '@hubline/api/indicators/boards-ahead.ts'
import { expect, test } from 'vitest'
import { aDatabaseToBreak } from '../../given/database.ts'
import { aHub } from '../../given/hub.ts'

test('the board of this year is counted for each hub before it is asked for, until the server is told to stop', async () => {
  const database = await aDatabaseToBreak()
  for (let made = 0; made < 3; made++) await aHub({ database })
  const hubsCounted = async (stopping_at = Infinity) => {
    let asked = 0
    await boardsAhead(database, () => ++asked === stopping_at)
    return asked
  }

  expect(await hubsCounted()).toBe(3)
  expect(await hubsCounted(2)).toBe(2)
})

import { boardsAhead } from '@hubline/api/indicators/boards-ahead.ts'
import type { KyselyPlugin } from 'kysely'
import { expect, test } from 'vitest'
import { aDatabaseToBreak } from '../../given/database.ts'
import { aHub } from '../../given/hub.ts'

test('the board of this year is counted for each hub before it is asked for, until the server is told to stop', async () => {
  const database = await aDatabaseToBreak()
  for (let made = 0; made < 3; made++) await aHub({ database })
  let queries = 0
  const counting: KyselyPlugin = {
    transformQuery: ({ node }) => {
      queries += 1
      return node
    },
    transformResult: ({ result }) => Promise.resolve(result),
  }
  const watched = { ...database, db: database.db.withPlugin(counting) }
  const work = async (stopping_at = Infinity) => {
    let asked = 0
    queries = 0
    await boardsAhead(watched, () => ++asked === stopping_at)
    return { asked, queries }
  }

  const first = await work()
  expect(first.asked).toBe(3)
  const again = await work()
  expect(again.queries).toBeLessThan(first.queries / 2)
  expect((await work(2)).asked).toBe(2)
})

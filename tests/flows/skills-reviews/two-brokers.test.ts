import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { aListOf, minutesLater } from '../../given/call-lists.ts'
import { countOf, refusalOf } from '../../given/forms.ts'

const sent = () => ({ request_id: randomUUID() })

describe('two brokers on one list', () => {
  test('never have the same business on the screen, not even when they ask at once', async () => {
    const { claim } = await aListOf('Amber', 'Birch')

    const [one, other] = await Promise.all([claim('skills_broker'), claim('manager')])

    expect(new Set([one?.business.name, other?.business.name])).toEqual(new Set(['Amber', 'Birch']))
    // A page that is loaded again shows the same business.
    expect(await claim('skills_broker')).toMatchObject({ id: one?.id })
  })

  test('are told when colleagues have the rest', async () => {
    const { hub, list, claim } = await aListOf('Amber')
    await claim('manager')

    expect(await hub.as('skills_broker').callLists.claim({ ...sent(), id: list.id })).toMatchObject({
      card: null,
      with_colleagues: 1,
    })
  })

  test('get a business back that lay unfinished for ten minutes, and the one who left it is told who has it', async () => {
    const { hub, claim, onScreen } = await aListOf('Amber')
    const { id, version } = await onScreen()

    expect(await claim('manager', minutesLater(9))).toBeNull()
    expect(await claim('manager', minutesLater(11))).toMatchObject({ id })

    const late = hub.as('skills_broker', minutesLater(12)).callLists
    expect(await refusalOf(late.log({ ...sent(), id, version, outcome: 'accepted' }))).toEqual({
      code: 'stale',
      sentence: `manager of ${hub.slug} is calling this business just now: go on with the next`,
    })
    expect(await countOf(hub, 'skills_review')).toBe(0)
  })

  test('cannot both log one call', async () => {
    const { hub, claim, onScreen } = await aListOf('Amber')
    const { id, version } = await onScreen()
    await claim('manager', minutesLater(11))
    await hub.as('manager', minutesLater(12)).callLists.log({ ...sent(), id, version, outcome: 'no_answer' })

    const late = hub.as('skills_broker', minutesLater(40)).callLists
    expect(await refusalOf(late.log({ ...sent(), id, version, outcome: 'accepted' }))).toEqual({
      code: 'stale',
      sentence: `manager of ${hub.slug} logged this call 28 minutes ago: go on with the next`,
    })
  })
})

import { expect, test } from 'vitest'
import { aHub } from '../../given/hub.ts'
import { aRecord } from '../../given/records.ts'

test('the list of people goes on page by page, those who left at its end, and counts everybody on each', async () => {
  const hub = await aHub()
  for (const name of ['Åsa Berg', 'Zoë Adams', 'abel Cole', 'Bea Dunn'])
    await aRecord(hub, 'adviser', {
      hub_id: hub.hub_id,
      email: `${name.length}${name.slice(-4)}@people.example`,
      name,
      role: 'adviser',
      is_active: name !== 'abel Cole',
    })
  const { people } = hub.as('adviser').staff
  const seen: string[] = []
  let after: string | null = null
  do {
    const page: Awaited<ReturnType<typeof people>> = await people({ size: 3, after })
    expect(page).toMatchObject({ here: 7, left: 1, only_admin: hub.advisers.admin })
    seen.push(...page.rows.map(({ name }) => name.replace(` of ${hub.slug}`, '')))
    after = page.next
  } while (after !== null)

  expect(seen).toEqual([
    'admin',
    'adviser',
    'Åsa Berg',
    'Bea Dunn',
    'manager',
    'skills_broker',
    'Zoë Adams',
    'abel Cole',
  ])
})

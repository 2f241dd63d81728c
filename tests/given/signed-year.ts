import { randomUUID } from 'node:crypto'
import type { TestHub } from './hub.ts'

/** Takes a year from live to signed off, as a manager who explains whatever has to be explained. */
export async function signedYear(hub: TestHub, year: string): Promise<void> {
  const { years } = hub.as('manager')
  const sent = (steps: number) => ({ request_id: randomUUID(), year, steps })
  await years.move({ ...sent(0), to: 'draft', note: '' })
  await years.move({ ...sent(1), to: 'checked', note: '' })
  const { figures } = await years.variances({ year })
  const explanations = figures.map(({ key }) => ({ key, version: 0, words: 'A new programme began' }))
  if (explanations.length > 0) await years.explain({ request_id: randomUUID(), year, explanations })
  await years.signOff(sent(2))
}

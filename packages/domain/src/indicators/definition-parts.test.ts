import { expect, test } from 'vitest'
import { CATALOGUE } from './catalogue.ts'
import { definitionParts } from './definition-parts.ts'

const partsOf = (key: string) => {
  const definition = CATALOGUE.find((each) => each.key === key)
  if (!definition) throw new Error(key)
  return definitionParts(definition)
}

test('a definition says what it leaves out, which day decides, what counts once and what evidence it asks for', () => {
  const parts = partsOf('lep.businesses_supported')
  expect(parts.excludes).toMatch(/^voided; client voided; out of area; /)
  expect(parts.excludes.split('; ')).toEqual(
    expect.arrayContaining(['not countable kind', 'no minutes', 'no evidence', 'outside dates', 'did not attend']),
  )
  expect(partsOf('erdf.p13').excludes).toMatch(/; too few minutes; no diagnostic; no referral; counted already$/)
  expect(parts.deciding_date).toContain('an interaction took place (occurred_on)')
  expect(parts.counts_once).toBe('each business once in the year, after merges')
  expect(parts.least_evidence).toContain('an interaction: self declared')
  expect(partsOf('lep.jobs_created').counts_once).toBe('each record once, where its primary claim stands')
  expect(partsOf('lep.businesses_started').counts_once).toBe('each business once ever, after merges')
})

test('every reason of every definition is in words', () => {
  for (const definition of CATALOGUE) expect(definitionParts(definition).excludes).not.toMatch(/_/)
})

import { expect, test } from 'vitest'
import { FUNNEL_NAMES, FUNNEL_PLACES, FUNNEL_STEPS, REVIEW_STEPS } from './funnel.ts'
import { SKILLS_REVIEW_STATUSES } from './skills-reviews-file.ts'

test('whoever reached a step has reached those before it', () => {
  const dated = FUNNEL_STEPS.flatMap(({ reached_by }) => (reached_by ? [reached_by] : []))
  dated.slice(1).forEach((later, at) => {
    expect(dated[at]?.statuses).toEqual(expect.arrayContaining([...later.statuses]))
    expect(dated[at]?.days).toEqual(expect.arrayContaining([...later.days]))
  })
})

test('every status has a place of its own, at the last step that it tells of', () => {
  const homeless = SKILLS_REVIEW_STATUSES.filter((status) => {
    const reached = FUNNEL_STEPS.filter(({ reached_by }) => !reached_by || reached_by.statuses.includes(status)).at(-1)
    return reached?.step !== 'uptake' && !reached?.stayed.some(({ statuses }) => statuses?.includes(status))
  })
  expect(homeless).toEqual(['closed'])
})

test('the last place beside each step, and no other, takes in whoever no other names', () => {
  const open_ended = FUNNEL_STEPS.flatMap(({ stayed }) => stayed.filter(({ statuses }) => statuses === undefined))
  expect(open_ended).toEqual(FUNNEL_STEPS.flatMap(({ stayed }) => stayed.slice(-1)))
})

test('no two numbers of the funnel share a word in the address, and each has a name', () => {
  expect(new Set(FUNNEL_PLACES).size).toBe(FUNNEL_PLACES.length)
  expect(FUNNEL_PLACES).toEqual(expect.arrayContaining([...REVIEW_STEPS]))
  expect(FUNNEL_PLACES.every((place) => FUNNEL_NAMES[place])).toBe(true)
})

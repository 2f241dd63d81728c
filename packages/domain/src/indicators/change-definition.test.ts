import { expect, test } from 'vitest'
import { CATALOGUE, findDefinition } from './catalogue.ts'
import {
  DefinitionChange,
  changeProblem,
  changed,
  countTheSame,
  oncePerChoices,
  neighbourChanges,
  unchanged,
} from './change-definition.ts'
import { frameworkOf } from './definition.ts'
import { inWords } from './in-words.ts'

const called = (key: string) => findDefinition(key) ?? CATALOGUE[0]!
const medium = called('gh.medium')
const versions = CATALOGUE.map((starter) => ({ starter, change: unchanged(starter) }))

test('every definition says the same when nothing is changed, and its form can be read', () => {
  for (const definition of CATALOGUE) {
    const change = DefinitionChange.parse(unchanged(definition))
    const same = changed(definition, change, 2)
    expect(same.version).toBe(2)
    expect(countTheSame(same, definition)).toBe(true)
    expect(inWords(same)).toBe(inWords(definition))
    expect(changeProblem(definition, change)).toEqual(
      frameworkOf(definition) ? 'A funder says how this is counted: choose its version at the programme' : undefined,
    )
  }
})

test('a threshold of another number of minutes moves the band below with it', () => {
  const was = unchanged(medium)
  const change = { ...was, minutes_at_least: 120 }
  expect(inWords(changed(medium, change, 2))).toMatch(/at least 2 hours and less than 12 hours/)
  const moved = neighbourChanges({ starter: medium, change, was }, versions)
  expect(moved).toEqual([{ key: 'gh.light', change: { ...unchanged(called('gh.light')), minutes_below: 120 } }])
  const light = changed(called('gh.light'), moved[0]!.change, 2)
  expect(light.band).toEqual({ minutes_at_least: 1, minutes_below: 120, without_a_diagnostic: true })
})

test('where a band ends the next begins, and all of them read the same records', () => {
  const was = unchanged(medium)
  const longer = neighbourChanges({ starter: medium, change: { ...was, minutes_below: 900 }, was }, versions)
  expect(longer).toEqual([{ key: 'gh.high', change: { ...unchanged(called('gh.high')), minutes_at_least: 900 } }])
  const fewer = { ...was, in_area: false }
  expect(neighbourChanges({ starter: medium, change: fewer, was }, versions).map(({ key }) => key)).toEqual([
    'gh.light',
    'gh.high',
  ])
  const starter = called('lep.businesses_supported')
  const other = { ...unchanged(starter), in_area: false }
  expect(neighbourChanges({ starter, change: other, was: unchanged(starter) }, versions)).toEqual([])
})

test('records, kinds, minutes, evidence, area and how often can be said differently', () => {
  const starter = called('lep.businesses_supported')
  const was = unchanged(starter)
  const [first, ...rest] = was.ways
  const change: DefinitionChange = {
    ...was,
    in_area: false,
    once_per: 'ever',
    ways: [
      { ...first!, kinds: ['site_visit'], minutes: 30, evidence: 'documented' },
      ...rest.map((way, at) => ({ ...way, counts: at === 0 })),
    ],
  }
  expect(changed(starter, change, 3)).toMatchObject({
    version: 3,
    counts: { each_in_its_first_year: 'business' },
    any_of: [
      { a: 'interaction', is: { kind: ['site_visit'] }, at_least: { minutes: 30 }, evidence: 'documented' },
      { a: 'diagnostic' },
    ],
  })
  expect('in_area' in changed(starter, change, 3)).toBe(false)
  expect(countTheSame(changed(starter, change, 3), starter)).toBe(false)
})

test('what makes no figure is told in words', () => {
  const was = unchanged(medium)
  expect(changeProblem(medium, { ...was, minutes_at_least: 720 })).toMatch(/fewer minutes/)
  expect(changeProblem(medium, { ...was, minutes_at_least: 0 })).toMatch(/from how many minutes/)
  expect(changeProblem(medium, { ...was, ways: was.ways.map((way) => ({ ...way, counts: false })) })).toMatch(
    /something/,
  )
  expect(changeProblem(medium, { ...was, ways: was.ways.map((way) => ({ ...way, kinds: [] })) })).toMatch(
    /Choose a kind/,
  )
  expect(changeProblem(medium, { ...was, ways: was.ways.slice(1) })).toMatch(/Reload/)
})

test('businesses count once a year or ever, answers to a survey once a year or for each wave, all else as it is', () => {
  const choices = (key: string) => oncePerChoices(called(key))
  expect(['lep.businesses_supported', 'lep.businesses_started'].map(choices)).toEqual([
    ['year', 'ever'],
    ['year', 'ever'],
  ])
  expect(choices('lep.sitrep_businesses')).toEqual(['year', 'wave'])
  expect(['gh.medium', 'lep.jobs_created', 'skills.bootcamp_starts'].flatMap(choices)).toEqual([])
})

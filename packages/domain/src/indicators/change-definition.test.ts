import { expect, test } from 'vitest'
import { CATALOGUE, findDefinition } from './catalogue.ts'
import {
  DefinitionChange,
  changeProblem,
  changed,
  countTheSame,
  oncePerChoices,
  neighbourChanges,
  readChange,
  unchanged,
} from './change-definition.ts'
import { type Definition, frameworkOf } from './definition.ts'
import { definitionParts } from './definition-parts.ts'
import { inWords } from './in-words.ts'
import { ownStarter } from './own-indicator.ts'
import { wayChoices } from './way-choices.ts'

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
      frameworkOf(definition)
        ? 'A funder says how this is counted: choose its version at the programme, or make it an indicator of your own'
        : undefined,
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
      { ...first!, lists: { kind: ['site_visit'] }, minutes: 30, evidence: 'documented' },
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
  expect(changeProblem(medium, { ...was, ways: was.ways.map((way) => ({ ...way, lists: { kind: [] } })) })).toMatch(
    /Choose a kind of an interaction that counts, or leave it out/,
  )
  expect(changeProblem(medium, { ...was, ways: was.ways.slice(1) })).toMatch(/Reload/)
  const scaleup = called('gh.scaleup_potential')
  const ever = { ...unchanged(scaleup), once_per: 'ever' as const }
  expect(changeProblem(scaleup, ever)).toMatch(/asked year by year: let each count once in each year, or leave/)
  expect(changeProblem(scaleup, { ...ever, also: false })).toBeUndefined()
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

/** Everything that a form offers of a figure, each changed by itself. */
function singleChanges(starter: Definition): { said: string; change: DefinitionChange }[] {
  const was = unchanged(starter)
  return was.ways.flatMap((way, at) => {
    const { days, lists, facts } = wayChoices(starter.any_of[at]!, starter.counts)
    const changes: [string, Partial<typeof way>][] = [
      ...days.filter(({ day }) => day !== way.dated).map(({ day }) => [day, { dated: day }] as [string, object]),
      ...lists.flatMap(({ field, words, any }) => {
        const counting = way.lists[field] ?? null
        return [null, words.slice(1), words.slice(-2)]
          .filter((asked) => (asked !== null || any) && JSON.stringify(asked) !== JSON.stringify(counting))
          .map(
            (asked) =>
              [`${field} ${asked?.join(' ')}`, { lists: { ...way.lists, [field]: asked } }] as [string, object],
          )
      }),
      ...facts
        .filter(({ name }) => name !== way.dated)
        .map(({ name }) => {
          const asked = way.facts.includes(name) ? way.facts.filter((one) => one !== name) : [...way.facts, name]
          return [name, { facts: asked }] as [string, object]
        }),
    ]
    return changes.map(([said, one]) => ({
      said: `${starter.key} ${at} ${said}`,
      change: { ...was, ways: was.ways.map((each, i) => (i === at ? { ...each, ...one } : each)) },
    }))
  })
}

test('whatever is changed of a figure changes its sentence, and taken back it says what it said', () => {
  const own = CATALOGUE.filter((definition) => !frameworkOf(definition))
  const all = own.flatMap((starter) => singleChanges(starter).map((one) => ({ starter, ...one })))
  expect(all.length).toBeGreaterThan(300)
  for (const { starter, said, change } of all) {
    const next = changed(starter, change, 2)
    expect([said, inWords(next) === inWords(starter), countTheSame(next, starter)]).toEqual([said, false, false])
    expect([said, inWords(next)]).toEqual([said, expect.not.stringMatching(/_|undefined|null|\bit it\b| {2}/)])
    expect(definitionParts(next).excludes).not.toMatch(/_/)
    const back = { ...change, ways: unchanged(starter).ways }
    expect(countTheSame(changed(starter, back, 2), starter)).toBe(true)
  }
})

test('statuses, the day that decides and yes/no rules are said in the words of the trade', () => {
  const words = (key: string, way: Partial<DefinitionChange['ways'][number]>, rest: Partial<DefinitionChange> = {}) => {
    const was = unchanged(called(key))
    const [first, ...others] = was.ways
    return inWords(changed(called(key), { ...was, ...rest, ways: [{ ...first!, ...way }, ...others] }, 2))
  }
  expect(words('local.referrals_moved_on', { lists: { status: ['accepted', 'started', 'completed'] } })).toBe(
    'Counts each referral once for the year, when a referral was accepted (it has the status accepted, started or completed).',
  )
  expect(words('local.referrals_moved_on', { dated: 'made_on', facts: ['accepted_on'] })).toBe(
    'Counts each referral once for the year, when a referral was made (it was accepted too).',
  )
  expect(words('lep.skills_reviews_offered', { dated: 'held_on' }, { sme: true })).toMatch(
    /when a skills review was held\. Only businesses with fewer than 250 employees/,
  )
  expect(words('lep.sitrep_businesses', { facts: [] })).toMatch(/when an answer to a SITREP survey was given/)
  expect(
    words('lep.jobs_created', {
      lists: { kind: ['job_created', 'construction_job'], state: ['evidenced', 'verified'] },
      facts: [],
    }),
  ).toMatch(
    /where an outcome "job created or construction job" came about \(it is not expected to last less than 12 months; it has the state evidenced or verified\)/,
  )
  expect(words('local.event_businesses', { lists: { status: ['booked', 'attended'], event_status: null } })).toMatch(
    /when a place at an event that took place \(it has the status booked or attended\)/,
  )
  expect(words('gh.medium', {}, { by_diagnostic: false })).toMatch(
    /had at least 3 hours and less than 12 hours in the year/,
  )
  expect(words('gh.scaleup_potential', {}, { also: false })).not.toMatch(/must count in/)
})

test('what is asked of records that do not count any more is not said, and minutes that nothing brings are refused', () => {
  const without = (key: string, ...kinds: string[]) => {
    const starter = ownStarter(called(key), { key: 'own.copy', title: 'Our copy' })
    const was = unchanged(starter)
    const ways = was.ways.map((way, at) => ({ ...way, counts: !kinds.includes(starter.any_of[at]?.a ?? '') }))
    const change = { ...was, ways }
    return { words: inWords(changed(starter, change, 1)), problem: changeProblem(starter, change) }
  }
  for (const key of ['gh.light', 'gh.medium', 'erdf.p13', 'erdf.c4'])
    expect(without(key, 'diagnostic')).toEqual({
      words: expect.not.stringMatching(/diagnostic|P13/),
      problem: undefined,
    })
  expect(without('erdf.p13', 'diagnostic').words).toMatch(/, with a referral\./)
  expect(without('erdf.c1', 'grant_award').words).not.toMatch(/grant/)
  for (const key of ['erdf.c4', 'erdf.p13'])
    expect(without(key, 'interaction').problem).toMatch(/^Let an interaction or an event count/)
  expect(without('erdf.c1', 'interaction').problem).toBeUndefined()
})

test('a copy says by itself what else the figure asks for', () => {
  const words = (key: string) => inWords(ownStarter(called(key), { key: 'own.copy', title: 'Our copy' }))
  expect(words('ukspf.people_qualified')).toMatch(/it came after support of the person in a programme of UKSPF/)
  expect(words('erdf.c5')).toMatch(/or else the day on which it began to trade; without either it does not count\./)
  for (const key of ['gh.light', 'gh.high', 'ukspf.business_nonfinancial'])
    expect(words(key)).toMatch(/An event gives a business its minutes once, however many of its people came\./)
  expect(words('erdf.p13')).toMatch(/a referral was made \(it was made in the time of a programme of ERDF/)
})

test('a day that no counting record can have, and what is not offered, are told in words', () => {
  const problem = (key: string, way: object, rest: object = {}) => {
    const was = unchanged(called(key))
    return changeProblem(called(key), { ...was, ...rest, ways: was.ways.map((one) => ({ ...one, ...way })) })
  }
  const early = { status: ['made', 'acknowledged'] }
  expect(problem('local.referrals_moved_on', { lists: early })).toBe(
    'A referral that is “made or acknowledged” has no day on which it was accepted: choose another status, or another day',
  )
  expect(problem('local.referrals_moved_on', { lists: early, dated: 'made_on' })).toBeUndefined()
  expect(problem('local.referrals_moved_on', { lists: early, dated: 'made_on', facts: ['completed_on'] })).toMatch(
    /has no day on which it was completed/,
  )
  for (const wrong of [
    { dated: 'occurred_on' },
    { lists: { status: ['paid'] } },
    { lists: { colour: [] } },
    { facts: ['valid'] },
  ])
    expect(problem('local.referrals_moved_on', wrong)).toMatch(/Reload the page/)
  for (const kind of [['investment_private'], null])
    expect(problem('lep.jobs_created', { lists: { kind } })).toMatch(/Reload the page/)
  expect(problem('lep.jobs_created', {}, { in_area: true })).toMatch(/Single records are counted here/)
  expect(problem('lep.sitrep_businesses', {}, { sme: true })).toMatch(/Only where businesses with a name/)
})

test('what was stored before more could be said is read as it was meant', () => {
  const { ways: _, sme: __, also: ___, by_diagnostic: ____, ...rest } = unchanged(medium)
  const stored = {
    ...rest,
    ways: [
      { counts: true, kinds: ['site_visit'], minutes: 10, evidence: null },
      { counts: false, kinds: null, minutes: 0, evidence: null },
      { counts: true, kinds: null, minutes: null, evidence: null },
    ],
  }
  const is = changed(medium, readChange(medium, stored), 2)
  expect(is.any_of).toMatchObject([
    { a: 'interaction', is: { kind: ['site_visit'] }, at_least: { minutes: 10 } },
    { a: 'diagnostic' },
  ])
  expect(is.band).toEqual(medium.band)
})

import { expect, test } from 'vitest'
import { counted } from '../given/counted.ts'
import { aHub } from '../given/hub.ts'
import { aRecord } from '../given/records.ts'

const YEAR = '2026-27'

test('a person counts once for each bootcamp that they start, and for each that ends in a role', async () => {
  const hub = await aHub()
  const bootcamp = (reference: string) =>
    hub.inside((tx) =>
      tx
        .insertInto('course')
        .values({ reference, title: `Bootcamp ${reference}`, kind: 'bootcamp' })
        .returning('id')
        .executeTakeFirstOrThrow(),
    )
  const [coding, welding] = [await bootcamp('CODE'), await bootcamp('WELD')]
  const plain = await aRecord(hub, 'course', { title: 'Bookkeeping', kind: 'short_course' })
  const people = new Map<string, string>()
  const learns = async (
    reference: string,
    facts: {
      course_id?: string
      milestone_1_on?: string
      milestone_2_on?: string
      milestone_3_on?: string
      evidence_level?: 'self_declared' | 'documented' | 'verified'
    },
  ) => {
    const person_id = people.get(reference) ?? (await hub.aPerson({ reference })).id
    people.set(reference, person_id)
    await aRecord(hub, 'participation', {
      person_id,
      course_id: coding.id,
      status: 'in_learning',
      evidence_level: 'documented',
      ...facts,
    })
  }
  await learns('P-START', { milestone_1_on: '2026-04-01' })
  await learns('P-AGAIN', { milestone_1_on: '2026-05-01' })
  await learns('P-AGAIN', { milestone_1_on: '2026-09-01' })
  await learns('P-TWO', { milestone_1_on: '2026-05-01' })
  await learns('P-TWO', { milestone_1_on: '2027-03-31', course_id: welding.id })
  await learns('P-SAID', { milestone_1_on: '2026-05-01', evidence_level: 'self_declared' })
  await learns('P-BEFORE', { milestone_1_on: '2026-03-31' })
  await learns('P-PLAIN', { milestone_1_on: '2026-05-01', course_id: plain })

  expect(await counted(hub, 'skills.bootcamp_starts', YEAR)).toEqual([
    'P-AGAIN (CODE)',
    'P-START (CODE)',
    'P-TWO (CODE)',
    'P-TWO (WELD)',
  ])

  const whole = { milestone_1_on: '2026-03-01', milestone_2_on: '2026-05-01' }
  await learns('P-ROLE', { ...whole, milestone_3_on: '2026-06-01', evidence_level: 'verified' })
  await learns('P-PAPER', { ...whole, milestone_3_on: '2026-06-01' })
  await learns('P-MOCK', { milestone_1_on: '2026-03-01', milestone_3_on: '2026-06-01', evidence_level: 'verified' })
  await learns('P-NEXT', { ...whole, milestone_3_on: '2027-04-01', evidence_level: 'verified' })

  expect(await counted(hub, 'skills.bootcamp_outcomes', YEAR)).toEqual(['P-ROLE (CODE)'])
})

import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { countOf, refusalOf } from '../../given/forms.ts'
import { type TestHub, aHub } from '../../given/hub.ts'
import { aPaste, aRow } from '../../given/pasted.ts'
import { theUnits } from '../../given/records.ts'
import { aCourse, aLearner, aSession } from '../../given/training.ts'

const NOTHING = { added: 0, changed: 0, nothing: 0, registered: 0, waiting: 0 }
const learnersOf = async (hub: TestHub, course: string) =>
  (await hub.as('adviser').training.learners({ filter: { course }, size: 100 })).rows
const described = (given_name: string, facts = {}) => ({ given_name, family_name: 'Shah', ...facts })

describe('a list of learners is checked before anything is written', () => {
  test('who is known, who may be, who is new, and who is on the course already', async () => {
    const hub = await aHub()
    const course_id = await aCourse(hub)
    const priya = await hub.aPerson({ given_name: 'Priya', family_name: 'Shah', email: 'p@firm.example' })
    await hub.aPerson({ given_name: 'Dev', family_name: 'Shah' })
    await aLearner(hub, course_id, priya)

    const { people } = await hub.as('adviser').training.checkLearners({
      course_id,
      people: [described('Priya', { email: 'p@firm.example' }), described('Dev'), described('Sam')],
    })

    expect(people).toMatchObject([
      { verdict: 'known', candidates: [{ id: priya.id, there: { status: 'enrolled' } }] },
      { verdict: 'maybe', candidates: [{ name: 'Dev Shah', there: null }] },
      { verdict: 'new', candidates: [] },
    ])
    expect([await countOf(hub, 'person'), (await learnersOf(hub, 'x')).length]).toEqual([2, 0])
  })

  test('a hundred at a time', async () => {
    const hub = await aHub()
    const course_id = await aCourse(hub)
    const people = Array.from({ length: 101 }, (_, at) => described(`L${at}`))

    expect(await refusalOf(hub.as('adviser').training.checkLearners({ course_id, people }))).toMatchObject({
      code: 'invalid',
      field: 'people',
    })
  })
})

describe('the confirmed rows of a list', () => {
  test('become learners: known people by their record, new ones registered with their employer', async () => {
    const hub = await aHub()
    const course_id = await aCourse(hub, { reference: 'CR-1' })
    const business = await hub.aBusiness({ name: 'Amberwood Bakery Ltd' })
    const priya = await hub.aPerson({ given_name: 'Priya', family_name: 'Shah' })
    const rows = [
      aRow(
        2,
        { full_name: 'Priya Shah', first_attended_on: '07/03/2022' },
        { person_id: priya.id, business_id: business.id },
      ),
      aRow(
        3,
        { full_name: 'Reed, Sam', email: 'SAM@mail.example', phone: '7700900123', postcode: 'st11aa' },
        { business_id: business.id },
      ),
    ]

    const pasted = await hub
      .as('adviser')
      .training.pasteLearners(aPaste(course_id, rows, { evidence_level: 'documented' }))

    expect(pasted).toEqual({ ...NOTHING, added: 2, registered: 1 })
    expect(await learnersOf(hub, 'CR-1')).toMatchObject([
      { person: { id: priya.id }, status: 'started', qualifying_start_on: '2022-03-07', business: { id: business.id } },
      { person: { name: 'Sam Reed' }, status: 'enrolled', enrolled_on: '2022-03-01', evidence_level: 'documented' },
    ])
    const [sam] = (
      await hub
        .as('adviser')
        .people.recognise({ people: [{ given_name: 'Sam', family_name: 'Reed', email: 'sam@mail.example' }] })
    ).people
    expect(sam).toMatchObject({ verdict: 'known', candidates: [{ reference: 'P-00001', postcode: 'ST1 1AA' }] })
    expect((await hub.as('adviser').people.page({ reference: 'P-00001' })).roles).toMatchObject([
      { business: { id: business.id } },
    ])
    expect(await theUnits(hub, '2021-22', 'lep.individuals_upskilled')).toEqual([priya.reference])
  })

  test('pasted again add nothing, however they were decided the first time', async () => {
    const hub = await aHub()
    const course_id = await aCourse(hub, { reference: 'CR-1' })
    const linked = await hub.aPerson({ given_name: 'Emma', family_name: 'Smith', email: 'emma@home.example' })
    const rows = [
      aRow(1, { full_name: 'Emma Smith', email: 'emma@work.example' }, { person_id: linked.id }),
      aRow(2, { full_name: 'Tom Ashby', status: 'Passed', first_attended_on: '07/03/2022', achieved_on: '11/03/2022' }),
      aRow(3, { full_name: 'Sam Reed', status: 'DNS', ended_on: '11/03/2022', end_reason: 'health' }),
    ]
    const training = hub.as('adviser').training
    await training.pasteLearners(aPaste(course_id, rows))
    const before = [await countOf(hub, 'person'), await countOf(hub, 'history')]

    const { people } = await training.checkLearners({
      course_id,
      people: rows.map(({ given_name, family_name, email }) => ({ given_name, family_name, email })),
    })
    expect(people.map(({ verdict, candidates }) => [verdict, candidates[0]?.there?.status])).toEqual([
      ['known', 'enrolled'],
      ['known', 'achieved'],
      ['known', 'did_not_start'],
    ])
    // As if nobody had been recognised: all three as new people.
    const again = await training.pasteLearners(
      aPaste(
        course_id,
        rows.map(({ person_id: _, ...row }) => row),
      ),
    )

    expect(again).toEqual({ ...NOTHING, nothing: 3 })
    expect([await countOf(hub, 'person'), await countOf(hub, 'history')]).toEqual(before)
    expect(await learnersOf(hub, 'CR-1')).toHaveLength(3)
  })

  test('pasted by two people at once are learners once', async () => {
    const hub = await aHub()
    const course_id = await aCourse(hub, { reference: 'CR-1' })
    const rows = ['Ana Adams', 'Bob Brown', 'Cat Clark'].map((full_name, at) => aRow(at + 1, { full_name }))

    const both = await Promise.all(
      (['adviser', 'skills_broker'] as const).map((role) =>
        hub.as(role).training.pasteLearners(aPaste(course_id, rows)),
      ),
    )

    expect(both.map(({ added }) => added).toSorted()).toEqual([0, 3])
    expect(await learnersOf(hub, 'CR-1')).toHaveLength(3)
  })

  test('sent twice by one click are saved once', async () => {
    const hub = await aHub()
    const form = aPaste(await aCourse(hub, { reference: 'CR-1' }), [aRow(1, { full_name: 'Priya Shah' })])
    const { pasteLearners } = hub.as('adviser').training

    expect(await pasteLearners(form)).toEqual(await pasteLearners(form))
    expect(await countOf(hub, 'person')).toBe(1)
  })

  test('move those who are on the course on, and fill what was blank', async () => {
    const hub = await aHub()
    const course_id = await aCourse(hub, { reference: 'CR-1' })
    const business = await hub.aBusiness()
    const person = await hub.aPerson()
    const session_id = await aSession(hub, course_id)
    await aLearner(hub, course_id, person)
    const row = aRow(
      1,
      { full_name: 'Nadia Patel', status: 'Completed', first_attended_on: '07/03/2022', completed_on: '11/03/2022' },
      { person_id: person.id, business_id: business.id },
    )

    const pasted = await hub.as('adviser').training.pasteLearners(aPaste(course_id, [row], { session_id }))

    expect(pasted).toEqual({ ...NOTHING, changed: 1 })
    expect(await learnersOf(hub, 'CR-1')).toMatchObject([
      { status: 'completed', completed_on: '2022-03-11', business: { id: business.id }, session: { id: session_id } },
    ])
  })

  test('bring employers along whom the hub did not know, once, and only those of confirmed rows', async () => {
    const hub = await aHub()
    const course_id = await aCourse(hub, { reference: 'CR-1' })
    const [kiln, other] = [randomUUID(), randomUUID()]
    const rows = ['Ana Adams', 'Bob Brown'].map((full_name, at) => aRow(at + 1, { full_name }, { business_id: kiln }))
    const businesses = [
      { id: kiln, name: 'Kiln Works Ltd' },
      { id: other, name: 'Nobody Named Ltd' },
    ]

    await hub.as('adviser').training.pasteLearners({ ...aPaste(course_id, rows), businesses })

    expect(await learnersOf(hub, 'CR-1')).toMatchObject([
      { business: { id: kiln, name: 'Kiln Works Ltd' } },
      { business: { id: kiln } },
    ])
    expect((await hub.as('adviser').businesses.list({})).rows).toMatchObject([{ id: kiln, reference: 'B-00001' }])
  })

  test('take the places of a session in their order, and the others wait', async () => {
    const hub = await aHub()
    const course_id = await aCourse(hub, { reference: 'CR-1' })
    const session_id = await aSession(hub, course_id, { places: 3 })
    await aLearner(hub, course_id, await hub.aPerson(), { session_id })
    const rows = ['Ana Adams', 'Bob Brown', 'Cat Clark', 'Dan Drew'].map((full_name, at) => aRow(at + 1, { full_name }))

    const pasted = await hub.as('adviser').training.pasteLearners(aPaste(course_id, rows, { session_id }))

    expect(pasted).toEqual({ ...NOTHING, added: 4, waiting: 2, registered: 4 })
    expect(
      (await learnersOf(hub, 'CR-1')).map(({ person, status, waiting_place }) => [person.name, status, waiting_place]),
    ).toEqual([
      ['Ana Adams', 'enrolled', null],
      ['Bob Brown', 'enrolled', null],
      ['Cat Clark', 'applied', 1],
      ['Dan Drew', 'applied', 2],
      ['Nadia Patel', 'enrolled', null],
    ])
    const again = await hub.as('adviser').training.pasteLearners(aPaste(course_id, rows, { session_id }))
    expect(again).toEqual({ ...NOTHING, nothing: 4 })
  })

  test('give the place of whoever left to the first who waits, before those whom the list adds', async () => {
    const hub = await aHub()
    const course_id = await aCourse(hub, { reference: 'CR-1' })
    const session_id = await aSession(hub, course_id, { places: 1 })
    const [leaves, waits] = [await hub.aPerson({ given_name: 'Lou' }), await hub.aPerson({ given_name: 'Wes' })]
    await aLearner(hub, course_id, leaves, { session_id })
    await aLearner(hub, course_id, waits, { session_id, status: 'applied', waiting_number: 1 })
    const rows = [
      aRow(1, { full_name: 'Ana Adams' }),
      aRow(
        2,
        { full_name: 'Lou Patel', status: 'withdrawn', ended_on: '30/03/2022', end_reason: 'Health' },
        { person_id: leaves.id },
      ),
    ]

    const pasted = await hub.as('adviser').training.pasteLearners(aPaste(course_id, rows, { session_id }))

    expect(pasted).toEqual({ ...NOTHING, added: 1, waiting: 1, changed: 1, registered: 1 })
    expect((await learnersOf(hub, 'CR-1')).map(({ person, status }) => [person.name, status])).toEqual([
      ['Ana Adams', 'applied'],
      ['Lou Patel', 'withdrawn'],
      ['Wes Patel', 'enrolled'],
    ])
  })

  test.each<[string, (hub: TestHub) => Promise<object>, object]>([
    [
      'of a person who is not here',
      async () => ({
        rows: [aRow(1, { full_name: 'Sam Reed' }), aRow(2, { full_name: 'Tom Ashby' }, { person_id: randomUUID() })],
      }),
      { field: 'rows.1.person_id' },
    ],
    [
      'of an employer who is not here',
      async () => ({ rows: [aRow(7, { full_name: 'Sam Reed' }, { business_id: randomUUID() })] }),
      { field: 'rows.0.business_id' },
    ],
    [
      'of one person twice',
      async () => ({ rows: [aRow(1, { full_name: 'Sam Reed' }), aRow(2, { full_name: 'SAM REED' })] }),
      { sentence: 'Row 2: SAM REED is in the list twice: leave one of the two out' },
    ],
    [
      'whose days do not go together',
      async () => ({ rows: [aRow(1, { full_name: 'Sam Reed' }), aRow(9, { full_name: 'Tom Ashby', status: 'Left' })] }),
      { field: 'rows.1.ended_on' },
    ],
    [
      'that started where no place is left',
      async (hub) => {
        const course_id = await aCourse(hub)
        const session_id = await aSession(hub, course_id, { places: 1 })
        await aLearner(hub, course_id, await hub.aPerson(), { session_id })
        return { course_id, session_id, rows: [aRow(1, { full_name: 'Sam Reed', first_attended_on: '07/03/2022' })] }
      },
      { field: 'session_id' },
    ],
    [
      'at a session of another course',
      async (hub) => ({ session_id: await aSession(hub, await aCourse(hub)) }),
      { field: 'session_id' },
    ],
    ['on a course of another hub', async () => ({ course_id: await aCourse(await aHub()) }), { field: 'course_id' }],
    [
      'of more than two thousand rows',
      async () => ({ rows: Array.from({ length: 2001 }, (_, at) => aRow(at + 1, { full_name: `Sam Reed${at}` })) }),
      { field: 'rows' },
    ],
  ])('%s are refused whole, and nothing is left behind', async (_, wrong, refusal) => {
    const hub = await aHub()
    const facts = await wrong(hub)
    const people = await countOf(hub, 'person')
    const form = { ...aPaste(await aCourse(hub), [aRow(1, { full_name: 'Sam Reed' })]), ...facts }

    expect(await refusalOf(hub.as('adviser').training.pasteLearners(form))).toMatchObject({
      code: 'invalid',
      ...refusal,
    })
    expect(await countOf(hub, 'person')).toBe(people)
    expect(await countOf(hub, 'reference_counter')).toBe(0)
  })
})

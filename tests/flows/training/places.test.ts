import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { refusalOf } from '../../given/forms.ts'
import { type TestHub, aHub } from '../../given/hub.ts'
import { aChangeOf, aCourse, aLearner, aSession, anEnrolmentForm, theLearner } from '../../given/training.ts'

const namesOf = async (hub: TestHub, many: number) =>
  Promise.all(Array.from({ length: many }, (_, at) => hub.aPerson({ given_name: `Learner ${at + 1}` })))

const statusesOf = (hub: TestHub, session_id: string) =>
  hub.inside((tx) =>
    tx
      .selectFrom('participation')
      .select(['status', 'waiting_number'])
      .where('hub_id', '=', hub.hub_id)
      .where('session_id', '=', session_id)
      .orderBy('waiting_number')
      .execute(),
  )

describe('a place', () => {
  test('is taken by whoever is enrolled, and whoever comes later waits in order', async () => {
    const hub = await aHub()
    const course_id = await aCourse(hub)
    const session_id = await aSession(hub, course_id, { places: 1 })
    const [one, two, three] = await namesOf(hub, 3)
    if (!one || !two || !three) throw new Error('Nobody came')
    const { enrol } = hub.as('adviser').training

    expect(await enrol(anEnrolmentForm(course_id, one, { session_id }))).toMatchObject({
      reference: 'T-2122-00001',
      waiting_number: null,
    })
    expect((await enrol(anEnrolmentForm(course_id, two, { session_id }))).waiting_number).toBe(1)
    expect((await enrol(anEnrolmentForm(course_id, three, { session_id }))).waiting_number).toBe(2)
    expect(await statusesOf(hub, session_id)).toEqual([
      { status: 'applied', waiting_number: 1 },
      { status: 'applied', waiting_number: 2 },
      { status: 'enrolled', waiting_number: null },
    ])
  })

  test('that is not there is told to whoever does not want to wait, and nothing is left behind', async () => {
    const hub = await aHub()
    const course_id = await aCourse(hub)
    const session_id = await aSession(hub, course_id, { places: 1 })
    await aLearner(hub, course_id, await hub.aPerson(), { session_id })

    const refusal = await refusalOf(
      hub.as('adviser').training.enrol(anEnrolmentForm(course_id, await hub.aPerson(), { session_id, or_wait: false })),
    )

    expect(refusal).toMatchObject({ code: 'invalid', field: 'session_id' })
    expect(await statusesOf(hub, session_id)).toHaveLength(1)
  })

  test.each([
    ['closed', { status: 'closed' as const }],
    ['cancelled', { status: 'cancelled' as const }],
  ])('cannot be taken at a session that is %s', async (_, facts) => {
    const hub = await aHub()
    const course_id = await aCourse(hub)
    const session_id = await aSession(hub, course_id, facts)

    const refusal = await refusalOf(
      hub.as('adviser').training.enrol(anEnrolmentForm(course_id, await hub.aPerson(), { session_id })),
    )

    expect(refusal).toMatchObject({ code: 'invalid', field: 'session_id' })
  })

  test('cannot be taken at a session of another course, or of another hub', async () => {
    const [hub, other] = [await aHub(), await aHub()]
    const course_id = await aCourse(hub)
    const elsewhere = await aSession(hub, await aCourse(hub))
    const theirs = await aSession(other, await aCourse(other))
    const person = await hub.aPerson()

    for (const session_id of [elsewhere, theirs])
      expect(
        await refusalOf(hub.as('adviser').training.enrol(anEnrolmentForm(course_id, person, { session_id }))),
      ).toMatchObject({ code: 'invalid', field: 'session_id' })
  })

  test('is not taken twice by one person, also where two records of them became one', async () => {
    const hub = await aHub()
    const course_id = await aCourse(hub)
    const session_id = await aSession(hub, course_id)
    const person = await hub.aPerson({ given_name: 'Priya', family_name: 'Shah' })
    const merged = await hub.aPerson({ merged_into_id: person.id })
    const { enrol } = hub.as('adviser').training
    await enrol(anEnrolmentForm(course_id, person, { session_id }))

    for (const again of [person, merged])
      expect(await refusalOf(enrol(anEnrolmentForm(course_id, again, { session_id })))).toEqual({
        code: 'already_exists',
        field: 'person_id',
        sentence: 'Priya Shah is on this course already: see T-2122-00001',
      })
  })

  test('at ten places fifty people at once are ten learners and forty in order on the waiting list', async () => {
    const hub = await aHub()
    const course_id = await aCourse(hub)
    const session_id = await aSession(hub, course_id, { places: 10 })
    const people = await namesOf(hub, 50)

    const enrolled = await Promise.all(
      people.map((person) => hub.as('adviser').training.enrol(anEnrolmentForm(course_id, person, { session_id }))),
    )

    const numbers = enrolled.flatMap(({ waiting_number }) => waiting_number ?? []).toSorted((a, b) => a - b)
    expect(numbers).toEqual(Array.from({ length: 40 }, (_, at) => at + 1))
    const statuses = (await statusesOf(hub, session_id)).map(({ status }) => status)
    expect(statuses.filter((status) => status === 'enrolled')).toHaveLength(10)
    expect(statuses).toHaveLength(50)
  }, 120_000)

  test('one person whom six colleagues enrol at once, without a session, is on the course once', async () => {
    const hub = await aHub()
    const course_id = await aCourse(hub)
    const person = await hub.aPerson()

    const results = await Promise.allSettled(
      Array.from({ length: 6 }, () => hub.as('adviser').training.enrol(anEnrolmentForm(course_id, person))),
    )

    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    const refused = results.flatMap((result) => (result.status === 'rejected' ? [result.reason as unknown] : []))
    expect(refused).toMatchObject(Array.from({ length: 5 }, () => ({ code: 'CONFLICT' })))
  })

  test('is guarded by the database itself, whoever writes', async () => {
    const hub = await aHub()
    const course_id = await aCourse(hub)
    const session_id = await aSession(hub, course_id, { places: 2 })
    const people = await namesOf(hub, 6)

    const results = await Promise.allSettled(people.map((person) => aLearner(hub, course_id, person, { session_id })))

    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(2)
    expect(await statusesOf(hub, session_id)).toHaveLength(2)
  })
})

/** A session of one place, its learner, and two who wait. */
async function aFullSession(hub: TestHub, facts: Parameters<typeof aSession>[2] = {}) {
  const course_id = await aCourse(hub, { reference: 'CR-1' })
  const session_id = await aSession(hub, course_id, { places: 1, ...facts })
  const [one, two, three] = await namesOf(hub, 3)
  if (!one || !two || !three) throw new Error('Nobody came')
  const has = await aLearner(hub, course_id, one, { session_id })
  const waits = (waiting_number: number) => ({ session_id, waiting_number, status: 'applied' as const })
  const second = await aLearner(hub, course_id, two, waits(1))
  const third = await aLearner(hub, course_id, three, waits(2))
  return { course_id, session_id, has, second, third }
}
describe('a place that comes free', () => {
  const leaving = { status: 'withdrawn' as const, ended_on: '2022-03-30', end_reason: 'found_work' as const }

  test('goes to the first who waits, at once, and the staff are told who', async () => {
    const hub = await aHub()
    const { has, second, third } = await aFullSession(hub)

    const { given } = await hub.as('adviser').training.changeLearners(aChangeOf(has, 1, leaving))

    expect(given).toMatchObject([{ name: 'Learner 2 Patel' }])
    expect(await theLearner(hub, second)).toMatchObject({ status: 'enrolled', enrolled_on: '2022-03-31', version: 2 })
    expect(await theLearner(hub, third)).toMatchObject({ status: 'applied', waiting_number: 2 })
    const { rows } = await hub.as('adviser').training.learners({ filter: { course: 'CR-1', stage: 'applied' } })
    expect(rows).toMatchObject([{ id: third, waiting_place: 1 }])
  })

  test('because its learner was entered by mistake goes to the first who waits', async () => {
    const hub = await aHub()
    const { has, second } = await aFullSession(hub)

    await hub
      .as('manager')
      .records.void({ request_id: randomUUID(), kind: 'participation', id: has, version: 1, reason: 'Another person' })

    expect((await theLearner(hub, second)).status).toBe('enrolled')
  })

  test('because there are more goes to as many as wait', async () => {
    const hub = await aHub()
    const { session_id } = await aFullSession(hub)

    const { given } = await hub.as('skills_broker').training.changeSession({
      request_id: randomUUID(),
      id: session_id,
      version: 1,
      starts_on: '2022-04-11',
      ends_on: '2022-04-15',
      places: 9,
    })

    expect(given.map(({ name }) => name)).toEqual(['Learner 2 Patel', 'Learner 3 Patel'])
  })

  test.each([
    ['closed', { status: 'closed' as const }],
    ['under way', { starts_on: '2022-03-28' }],
  ])('at a session that is %s goes to nobody by itself', async (_, facts) => {
    const hub = await aHub()
    const { has, second } = await aFullSession(hub, facts)

    const { given } = await hub.as('adviser').training.changeLearners(aChangeOf(has, 1, leaving))

    expect(given).toEqual([])
    expect((await theLearner(hub, second)).status).toBe('applied')
  })

  test('by a move to another session goes to the first who waits, and the number drawn stays behind', async () => {
    const hub = await aHub()
    const { course_id, has, second, third } = await aFullSession(hub)
    const elsewhere = await aSession(hub, course_id, { starts_on: '2022-05-02', ends_on: '2022-05-03' })

    await hub.as('adviser').training.changeLearners(aChangeOf(has, 1, { session_id: elsewhere }))
    await hub.as('adviser').training.changeLearners(aChangeOf(third, 1, { session_id: elsewhere }))

    expect((await theLearner(hub, second)).status).toBe('enrolled')
    expect(await theLearner(hub, third)).toMatchObject({
      session_id: elsewhere,
      waiting_number: null,
      status: 'applied',
    })
  })

  test('is given to nobody when the change is refused', async () => {
    const hub = await aHub()
    const { has, second } = await aFullSession(hub)

    const refusal = await refusalOf(
      hub.as('adviser').training.changeLearners({
        request_id: randomUUID(),
        learners: [
          { id: has, version: 1, ...leaving },
          { id: second, version: 1, status: 'started' },
        ],
      }),
    )

    expect(refusal).toEqual({
      code: 'invalid',
      field: 'first_attended_on',
      sentence: 'Learner 2 Patel: Enter the day on which the learner attended the first session, like 17/05/2026',
    })
    expect(await theLearner(hub, has)).toMatchObject({ status: 'enrolled', version: 1 })
    expect(await theLearner(hub, second)).toMatchObject({ status: 'applied', version: 1 })
  })

  test('is told by mail to whoever has an address, once and only if the change is made', async () => {
    const hub = await aHub()
    const course_id = await aCourse(hub, { title: 'Lean working' })
    const session_id = await aSession(hub, course_id, { places: 2 })
    const [leaver, stays] = await namesOf(hub, 2)
    const called = await hub.aPerson({ given_name: 'Priya', email: 'priya@post.example' })
    const silent = await hub.aPerson({ given_name: 'Sam' })
    const shared = await hub.aPerson({ given_name: 'Tom', email: 'not an address' })
    if (!leaver || !stays) throw new Error('Nobody came')
    const has = await aLearner(hub, course_id, leaver, { session_id })
    const other = await aLearner(hub, course_id, stays, { session_id })
    for (const [at, person] of [called, silent, shared].entries())
      await aLearner(hub, course_id, person, { session_id, waiting_number: at + 1, status: 'applied' })
    const letters = () =>
      hub.inside((tx) =>
        tx.selectFrom('mail_message').select(['kind', 'to_address', 'subject', 'about_kind']).execute(),
      )
    const { changeLearners } = hub.as('adviser').training

    await refusalOf(changeLearners(aChangeOf(has, 9, leaving)))
    expect(await letters()).toEqual([])
    await changeLearners(aChangeOf(has, 1, leaving))
    await changeLearners(aChangeOf(other, 1, leaving))
    expect(await letters()).toEqual([
      {
        kind: 'training_place',
        to_address: 'priya@post.example',
        subject: 'A place has become free for you: Lean working',
        about_kind: 'participation',
      },
    ])
  })
})

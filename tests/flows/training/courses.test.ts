import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { refusalOf } from '../../given/forms.ts'
import { aHub } from '../../given/hub.ts'
import { aCourse, aLearner, aSession } from '../../given/training.ts'

const sent = () => ({ request_id: randomUUID(), id: randomUUID() })
const changed = (id: string, version = 1) => ({ request_id: randomUUID(), id, version })

describe('a course', () => {
  test('is added with a provider, and both get a reference', async () => {
    const hub = await aHub()
    const broker = hub.as('skills_broker').training

    const provider = await broker.addProvider({ ...sent(), name: 'Longbridge College', kind: 'college' })
    const course = await broker.addCourse({
      ...sent(),
      title: 'Lean manufacturing',
      organisation_id: provider.id,
      level: '2',
      kind: 'short_course',
      guided_hours: '7.5',
    })

    expect([provider.reference, course.reference]).toEqual(['ORG-00001', 'CR-00001'])
    expect(await broker.course({ reference: course.reference })).toMatchObject({
      course: { title: 'Lean manufacturing', guided_hours: 7.5, provider: { name: 'Longbridge College' } },
      sessions: [],
    })
  })

  test.each([
    ['without a title', { title: ' ' }, 'title'],
    ['of a provider who is not here', { organisation_id: randomUUID() }, 'organisation_id'],
    ['as a bootcamp of 40 hours', { kind: 'bootcamp' as const, guided_hours: '40' }, 'guided_hours'],
    ['with hours that are none', { guided_hours: 'many' }, 'guided_hours'],
  ])('cannot be added %s', async (_, facts, field) => {
    const hub = await aHub()

    const refusal = await refusalOf(
      hub.as('skills_broker').training.addCourse({ ...sent(), title: 'Lean manufacturing', ...facts }),
    )

    expect(refusal).toMatchObject({ code: 'invalid', field })
    expect((await hub.as('adviser').training.courses({})).rows).toEqual([])
  })

  test('is changed, and a stale form is told who did', async () => {
    const hub = await aHub()
    const id = await aCourse(hub, { reference: 'CR-1' })
    await hub.as('skills_broker').training.changeCourse({ ...changed(id), title: 'Lean working', kind: 'short_course' })

    expect((await hub.as('adviser').training.course({ reference: 'CR-1' })).course.title).toBe('Lean working')
    expect(await refusalOf(hub.as('manager').training.changeCourse({ ...changed(id), title: 'Lean' }))).toMatchObject({
      code: 'stale',
      sentence: expect.stringContaining('changed the title just now') as string,
    })
  })

  test('is arranged by brokers and managers, and read by all', async () => {
    const hub = await aHub()
    const id = await aCourse(hub, { reference: 'CR-1' })
    const adviser = hub.as('adviser').training

    expect((await refusalOf(adviser.addCourse({ ...sent(), title: 'Lean' }))).code).toBe('not_allowed')
    expect((await refusalOf(adviser.changeCourse({ ...changed(id), title: 'Lean' }))).code).toBe('not_allowed')
    expect((await adviser.course({ reference: 'CR-1' })).course.id).toBe(id)
  })
})

describe('a session', () => {
  const run = { starts_on: '2022-05-09', ends_on: '2022-05-13', place: 'Room 2', places: 12 }

  test('is added to a course and is its next one, with all places left', async () => {
    const hub = await aHub()
    const course_id = await aCourse(hub)
    await aSession(hub, course_id, { starts_on: '2022-06-06', ends_on: '2022-06-06' })
    await aSession(hub, course_id, { starts_on: '2022-04-04', ends_on: '2022-04-04', status: 'cancelled' })

    const made = await hub.as('skills_broker').training.addSession({ ...sent(), course_id, ...run })

    expect(made.reference).toBe('CS-2223-00001')
    const { rows } = await hub.as('adviser').training.courses({})
    expect(rows).toMatchObject([
      { learners: 0, next: { reference: made.reference, starts_on: '2022-05-09', places: 12, taken: 0, waiting: 0 } },
    ])
  })

  test.each([
    ['that ends before it begins', { ends_on: '2022-05-01' }, 'ends_on'],
    ['without places', { places: 0 }, 'places'],
    ['of a course that is not here', { course_id: randomUUID() }, 'course_id'],
  ])('%s cannot be added', async (_, facts, field) => {
    const hub = await aHub()
    const course_id = await aCourse(hub, { reference: 'CR-1' })

    const refusal = await refusalOf(
      hub.as('skills_broker').training.addSession({ ...sent(), course_id, ...run, ...facts }),
    )

    expect(refusal).toMatchObject({ code: 'invalid', field })
    expect((await hub.as('adviser').training.course({ reference: 'CR-1' })).sessions).toEqual([])
  })

  test('cannot lose places that learners have', async () => {
    const hub = await aHub()
    const course_id = await aCourse(hub)
    const session_id = await aSession(hub, course_id, { places: 3 })
    for (let at = 0; at < 2; at++) await aLearner(hub, course_id, await hub.aPerson(), { session_id })
    const change = (places: number) =>
      hub.as('skills_broker').training.changeSession({ ...changed(session_id), ...run, places })

    expect(await refusalOf(change(1))).toMatchObject({ code: 'invalid', field: 'places' })
    expect(await change(2)).toMatchObject({ version: 2, given: [] })
  })
})

describe('the courses of a hub', () => {
  test('are found by words, kind, provider, and by places left', async () => {
    const hub = await aHub()
    const { id: organisation_id } = await hub
      .as('manager')
      .training.addProvider({ ...sent(), name: 'Longbridge College', kind: 'college' })
    const lean = await aCourse(hub, { title: 'Lean manufacturing', reference: 'CR-1' })
    const care = await aCourse(hub, {
      title: 'Care certificate',
      kind: 'regulated',
      organisation_id,
      reference: 'CR-2',
    })
    await aSession(hub, lean, { places: 1 })
    await aSession(hub, care)
    const [session] = (await hub.as('adviser').training.course({ reference: 'CR-1' })).sessions
    await aLearner(hub, lean, await hub.aPerson(), { session_id: session?.id ?? '' })
    const found = async (filter: object) =>
      (await hub.as('adviser').training.courses({ filter, sort: 'title' })).rows.map(({ title }) => title)

    expect(await found({})).toEqual(['Care certificate', 'Lean manufacturing'])
    expect(await found({ text: 'longbridge' })).toEqual(['Care certificate'])
    expect(await found({ kind: 'short_course' })).toEqual(['Lean manufacturing'])
    expect(await found({ provider: organisation_id })).toEqual(['Care certificate'])
    expect(await found({ sessions: 'coming' })).toEqual(['Care certificate', 'Lean manufacturing'])
    expect(await found({ sessions: 'places' })).toEqual(['Care certificate'])
  })

  test('come a page at a time, the next session first and those without any last', async () => {
    const hub = await aHub()
    for (const [title, starts_on] of [
      ['One', '2022-06-01'],
      ['Two', '2022-05-01'],
      ['Three', undefined],
    ] as const) {
      const id = await aCourse(hub, { title })
      if (starts_on) await aSession(hub, id, { starts_on, ends_on: starts_on })
    }
    const ask = hub.as('adviser').training.courses

    const first = await ask({ size: 2 })
    const second = await ask({ size: 2, after: first.next })

    expect([...first.rows, ...second.rows].map(({ title }) => title)).toEqual(['Two', 'One', 'Three'])
    expect(second.next).toBeNull()
  })

  test('of another hub are not there', async () => {
    const [hub, other] = [await aHub(), await aHub()]
    const course_id = await aCourse(other, { reference: 'CR-9' })
    const broker = hub.as('skills_broker').training

    expect((await broker.courses({})).rows).toEqual([])
    expect((await refusalOf(broker.course({ reference: 'CR-9' }))).code).toBe('not_found')
    expect((await refusalOf(broker.changeCourse({ ...changed(course_id), title: 'Mine' }))).code).toBe('not_found')
  })
})

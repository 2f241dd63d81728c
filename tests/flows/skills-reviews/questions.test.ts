import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { refusalOf } from '../../given/forms.ts'
import { type TestHub, aHub } from '../../given/hub.ts'
import { aReview } from '../../given/reviews.ts'

const ids = () => ({ request_id: randomUUID(), id: randomUUID() })
const questions = (hub: TestHub) => hub.as('manager').reviewQuestions
const newest = async (hub: TestHub) => {
  const [first] = (await questions(hub).versions()).versions
  if (!first) throw new Error('There is no version')
  return first
}
const reworded = (sections: readonly { key: string; title: string; questions: readonly object[] }[]) =>
  sections.map((section, at) => ({
    ...section,
    questions: section.questions.map((question, place) =>
      at === 0 && place === 0 ? { ...question, words: 'How many work here today?' } : question,
    ),
  })) as never

test('a hub begins with version 1, which nobody wrote', async () => {
  const hub = await aHub()

  expect(await newest(hub)).toMatchObject({ id: null, number: 1, published_on: null, forms: 0 })
})

test('a changed version is asked in reviews begun after it, and not in those before', async () => {
  const hub = await aHub()
  const business = await hub.aBusiness()
  const before = await aReview(hub, business, { reference: 'SR-before' })
  await hub.as('skills_broker').reviewForms.begin({ ...ids(), skills_review_id: before })
  await hub
    .as('skills_broker')
    .reviewForms.saveAnswer({ ...ids(), skills_review_id: before, question: 'headcount', value: 9, seen: 0 })

  const draft = await questions(hub).beginDraft(ids())
  const { sections } = await newest(hub)
  const { version } = await questions(hub).saveDraft({
    ...ids(),
    id: draft.id,
    version: 1,
    sections: reworded(sections),
  })
  expect((await hub.as('adviser').reviewForms.page({ reference: 'SR-before' })).questions.number).toBe(1)
  await questions(hub).publishDraft({ ...ids(), id: draft.id, version })

  const after = await aReview(hub, business, { reference: 'SR-after' })
  await hub.as('skills_broker').reviewForms.begin({ ...ids(), skills_review_id: after })
  const [old, young] = await Promise.all(
    ['SR-before', 'SR-after'].map((reference) => hub.as('adviser').reviewForms.page({ reference })),
  )
  const asked = (page: typeof old) => [page?.questions.number, page?.questions.sections[0]?.questions[0]?.words]
  expect(asked(old)).toEqual([1, 'How many people work here?'])
  expect(asked(young)).toEqual([2, 'How many work here today?'])
  expect(old?.answers).toMatchObject([{ question: 'headcount', value: 9 }])
  expect((await questions(hub).versions()).versions.map(({ number, forms }) => [number, forms])).toEqual([
    [2, 1],
    [1, 1],
  ])
})

test('a published version never changes, not even by the database’s own hand', async () => {
  const hub = await aHub()
  const draft = await questions(hub).beginDraft(ids())
  const { sections } = await newest(hub)
  await questions(hub).saveDraft({ ...ids(), id: draft.id, version: 1, sections: reworded(sections) })
  await questions(hub).publishDraft({ ...ids(), id: draft.id, version: 2 })

  const change = { ...ids(), id: draft.id, version: 3, sections: sections as never }
  expect((await refusalOf(questions(hub).saveDraft(change))).sentence).toContain('stays as it is')
  expect((await refusalOf(questions(hub).discardDraft({ ...ids(), id: draft.id, version: 3 }))).sentence).toContain(
    'stays as it is',
  )
  expect((await refusalOf(questions(hub).publishDraft({ ...ids(), id: draft.id, version: 3 }))).sentence).toContain(
    'published already',
  )
})

test('a hub works on one draft at a time, and may throw it away', async () => {
  const hub = await aHub()
  const draft = await questions(hub).beginDraft(ids())

  expect((await refusalOf(questions(hub).beginDraft(ids()))).sentence).toContain(
    'Someone began to change the questions',
  )
  expect((await refusalOf(questions(hub).publishDraft({ ...ids(), id: draft.id, version: 1 }))).sentence).toContain(
    'Nothing is changed',
  )
  await questions(hub).discardDraft({ ...ids(), id: draft.id, version: 1 })

  expect(await newest(hub)).toMatchObject({ number: 1 })
  expect((await questions(hub).beginDraft(ids())).number).toBe(2)
})

test.each([
  ['a question without words', [{ key: 'a', title: 'A', questions: [{ key: 'q', kind: 'text', words: ' ' }] }]],
  [
    'a list of one choice',
    [
      {
        key: 'a',
        title: 'A',
        questions: [{ key: 'q', kind: 'choice', words: 'Q', choices: [{ key: 'x', words: 'X' }] }],
      },
    ],
  ],
  [
    'two tables of gaps',
    [
      {
        key: 'a',
        title: 'A',
        questions: [
          { key: 'q', kind: 'gaps', words: 'Q' },
          { key: 'r', kind: 'gaps', words: 'R' },
        ],
      },
    ],
  ],
  ['a section without questions', [{ key: 'a', title: 'A', questions: [] }]],
  ['no sections', []],
])('%s cannot be kept', async (_, sections) => {
  const hub = await aHub()
  const draft = await questions(hub).beginDraft(ids())

  const refusal = await refusalOf(
    questions(hub).saveDraft({ ...ids(), id: draft.id, version: 1, sections: sections as never }),
  )

  expect(refusal.code).toBe('invalid')
  expect(await newest(hub)).toMatchObject({ id: draft.id, version: 1 })
})

test('questions are set by leads, of their own hub', async () => {
  const [hub, other] = [await aHub(), await aHub()]
  const draft = await questions(hub).beginDraft(ids())

  expect(await refusalOf(hub.as('skills_broker').reviewQuestions.beginDraft(ids()))).toMatchObject({
    code: 'not_allowed',
  })
  expect(await refusalOf(questions(other).discardDraft({ ...ids(), id: draft.id, version: 1 }))).toMatchObject({
    code: 'not_found',
  })
})

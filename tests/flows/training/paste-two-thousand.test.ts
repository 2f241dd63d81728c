import { expect, test } from 'vitest'
import { countOf } from '../../given/forms.ts'
import { type Caller, aHub } from '../../given/hub.ts'
import { aMixedList, readRow } from '../../given/mixed-list.ts'
import { aPaste } from '../../given/pasted.ts'
import { theFigures } from '../../given/records.ts'
import { aCourse } from '../../given/training.ts'

type Read = ReturnType<typeof readRow>

/** As the screen asks: a hundred at a time. */
async function checkAll(training: Caller['training'], course_id: string, rows: readonly Read[]) {
  const people = []
  for (let at = 0; at < rows.length; at += 100) {
    const asked = rows.slice(at, at + 100).map(({ learner: { given_name, family_name, email, phone, postcode } }) => ({
      given_name,
      family_name,
      email,
      phone,
      postcode,
    }))
    people.push(...(await training.checkLearners({ course_id, people: asked })).people)
  }
  return people
}

test('two thousand mixed rows report every bad cell, and only what was confirmed is written, once', async () => {
  const hub = await aHub()
  const { known, list, wrong } = await aMixedList(hub)
  const course_id = await aCourse(hub, { reference: 'CR-1' })
  const training = hub.as('skills_broker').training

  const read = list.map((cells, at) => ({ row: at + 2, ...readRow(cells) }))
  const bad = read.filter(({ errors }) => errors.length > 0)
  expect(bad.map(({ row, errors }) => [row, errors.map(({ key }) => key)])).toEqual(wrong)

  const good = read.filter(({ errors }) => errors.length === 0)
  const checked = await checkAll(training, course_id, good)
  const verdicts = Map.groupBy(checked, ({ verdict }) => verdict)
  expect(verdicts.get('known')?.length).toBe(known)
  // What was not decided is not confirmed.
  const confirmed = good.filter((_, at) => checked[at]?.verdict !== 'maybe')
  const rows = confirmed.map(({ row, learner: { employer: _, ...facts } }) => {
    const found = checked[good.findIndex((each) => each.row === row)]
    const [person] = found?.verdict === 'known' ? found.candidates : []
    return { row, ...facts, ...(person ? { person_id: person.id } : {}) }
  })
  const people = await countOf(hub, 'person')
  const pasted = await training.pasteLearners(aPaste(course_id, rows, { evidence_level: 'documented' }))

  expect(pasted).toMatchObject({ added: rows.length, changed: 0, nothing: 0 })
  expect(await countOf(hub, 'person')).toBe(people + pasted.registered)
  const started = rows.filter(({ first_attended_on }) => first_attended_on !== null).length
  expect((await theFigures(hub, '2021-22'))['lep.individuals_upskilled']).toBe(String(started))
  const again = await training.pasteLearners(aPaste(course_id, rows, { evidence_level: 'documented' }))
  expect(again).toEqual({ added: 0, changed: 0, nothing: rows.length, registered: 0, waiting: 0 })
}, 240_000)

import { readFileSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { guessColumns } from '@hubline/domain/imports/guess-columns.ts'
import { readTable } from '@hubline/domain/imports/read-table.ts'
import { identityOf } from '@hubline/domain/people/pasted-people.ts'
import { LEARNER_COLUMNS, type LearnerKey, readPastedLearner } from '@hubline/domain/training/pasted-learners.ts'
import { describe, expect, test } from 'vitest'
import { countOf } from '../given/forms.ts'
import { type TestHub, aHub } from '../given/hub.ts'
import { aPaste, theDay } from '../given/pasted.ts'
import { aCourse } from '../given/training.ts'
import { OPEN_DATA, hasOpenData } from './folder.ts'

/**
 * Two thousand rows as a provider might paste them: the learners and deliveries of a real learner record's layout, and
 * people with the damage of real registers, with made-up mistakes in between.
 */
const TODAY = theDay('2022-03-31')
const SKILLS = path.join(OPEN_DATA, 'skills')
const HEADINGS = [
  'LearnRefNumber',
  'FamilyName',
  'GivenNames',
  'DateOfBirth',
  'Postcode',
  'TelNo',
  'Email',
  'Employer',
  'LearnStartDate',
]

/** What its authors expect of this one is not what the file holds. */
const DIFFERS = 'location_coordinates.csv'

type Row = Record<string, string>

function table(file: string): Row[] {
  const [head, ...rows] = readTable(readFileSync(path.join(OPEN_DATA, file), 'utf8'))
  return rows.map(({ cells }) => Object.fromEntries((head?.cells ?? []).map((name, at) => [name, cells[at] ?? ''])))
}

/** Mistakes as people make them, and the cell that must be told. */
const MISTAKES: readonly [LearnerKey, Row][] = [
  ['email', { Email: 'no mail yet' }],
  ['postcode', { Postcode: 'ZZ9' }],
  ['phone', { TelNo: '07855555555 / 01782 555123' }],
  ['first_attended_on', { LearnStartDate: '08/31/2020' }],
  ['first_attended_on', { LearnStartDate: '31/02/2022' }],
  ['first_attended_on', { LearnStartDate: '01/04/2022' }],
]

function theList(): { text: string; wrong: Map<number, LearnerKey> } {
  const deliveries = Map.groupBy(
    table('skills/ILR-10033670-1819-20190617-102124-03_learning_deliveries.csv'),
    (row) => row['LearnRefNumber'],
  )
  const colleges = table('skills/fe_colleges_uk_2018.csv').map(({ name }) => name ?? '')
  const record = table('skills/ILR-10033670-1819-20190617-102124-03_learners.csv').map((learner) => ({
    ...learner,
    LearnStartDate: deliveries.get(learner['LearnRefNumber'])?.[0]?.['LearnStartDate'] ?? '',
  }))
  const register = table('dedupe/febrl3_people/records_with_truth.csv')
    .filter(({ given_name, surname }) => given_name && surname)
    .slice(0, 2000 - record.length)
    .map(({ rec_id = '', given_name = '', surname = '' }, at) => ({
      LearnRefNumber: rec_id,
      FamilyName: surname,
      GivenNames: given_name,
      Email: `${rec_id}@mail.example`,
      Employer: at % 40 === 0 ? (colleges[at % colleges.length] ?? '') : '',
      LearnStartDate: `${(at % 28) + 1}/02/2022`,
    }))
  const rows: Row[] = [...record, ...register]
  const wrong = new Map<number, LearnerKey>()
  for (let at = 40; at < rows.length; at += 11) {
    const [key, mistake] = MISTAKES[wrong.size % MISTAKES.length] ?? ['email', {}]
    rows[at] = { ...rows[at], ...mistake }
    wrong.set(at + 2, key)
  }
  const lines = rows.map((row) => HEADINGS.map((name) => row[name] ?? '').join('\t'))
  return { text: [HEADINGS.join('\t'), ...lines].join('\n'), wrong }
}

type Read = ReturnType<typeof readPastedLearner> & { row: number }

function readAll(text: string): Read[] {
  const rows = readTable(text)
  const { columns, has_heading } = guessColumns(
    rows.map(({ cells }) => cells),
    LEARNER_COLUMNS,
  )
  expect(has_heading).toBe(true)
  expect(columns).toEqual([
    null,
    'family_name',
    'given_name',
    null,
    'postcode',
    'phone',
    'email',
    'employer',
    'first_attended_on',
  ])
  return rows.slice(1).map(({ row, cells }) => {
    const told = Object.fromEntries(columns.flatMap((key, at) => (key ? [[key, cells[at] ?? '']] : [])))
    return { row, ...readPastedLearner(told, TODAY) }
  })
}

async function verdictsOn(hub: TestHub, course_id: string, rows: readonly Read[]) {
  const found = []
  for (let at = 0; at < rows.length; at += 100) {
    const people = rows.slice(at, at + 100).map(({ learner: { given_name, family_name, email, phone, postcode } }) => ({
      given_name,
      family_name,
      email,
      phone,
      postcode,
    }))
    found.push(...(await hub.as('adviser').training.checkLearners({ course_id, people })).people)
  }
  return found
}

describe.runIf(hasOpenData)('two thousand rows of learners, pasted', () => {
  test('report every bad cell and write only what was confirmed; the same again adds nothing', async () => {
    const hub = await aHub()
    const course_id = await aCourse(hub, { reference: 'CR-1' })
    const { text, wrong } = theList()

    const read = readAll(text)
    expect(read).toHaveLength(2000)
    const bad = read.filter(({ errors }) => errors.length > 0)
    expect(new Map(bad.map(({ row, errors }) => [row, errors[0]?.key]))).toEqual(wrong)

    // The learner record is of one made-up woman throughout: one person, and every other row the same once more.
    const once = [
      ...new Map(
        read.filter(({ errors }) => errors.length === 0).map((each) => [identityOf(each.learner), each]),
      ).values(),
    ]
    const verdicts = await verdictsOn(hub, course_id, once)
    expect(verdicts.every(({ verdict }) => verdict === 'new')).toBe(true)
    expect(await countOf(hub, 'person')).toBe(0)
    const rows = once.map(({ row, learner: { employer: _, ...facts } }) => ({ row, ...facts }))
    const started = performance.now()
    const pasted = await hub.as('adviser').training.pasteLearners(aPaste(course_id, rows))
    console.log(`${rows.length} of 2000 rows written in ${Math.round(performance.now() - started)} ms`)

    expect(pasted).toEqual({ added: rows.length, registered: rows.length, changed: 0, nothing: 0, waiting: 0 })
    expect(await countOf(hub, 'person')).toBe(rows.length)
    const known = await verdictsOn(hub, course_id, once)
    expect(known.every(({ verdict, candidates }) => verdict === 'known' && candidates[0]?.there)).toBe(true)
    const again = await hub.as('adviser').training.pasteLearners(aPaste(course_id, rows))
    expect(again).toEqual({ added: 0, registered: 0, changed: 0, nothing: rows.length, waiting: 0 })
  }, 300_000)
})

describe.runIf(hasOpenData)('awkward lists, pasted', () => {
  const spectrum = path.join(OPEN_DATA, 'awkward/csv-spectrum')
  const names = hasOpenData ? readdirSync(spectrum).filter((file) => file.endsWith('.csv') && file !== DIFFERS) : []

  test.each(names)('%s gives the cells that its authors expect', (file) => {
    const [head, ...rows] = readTable(readFileSync(path.join(spectrum, file), 'utf8'))
    const expected = JSON.parse(readFileSync(path.join(spectrum, file.replace('.csv', '.json')), 'utf8')) as Row[]
    const tidy = (cell: string | undefined) => (cell ?? '').replace(/\s+/g, ' ').trim()

    expect(
      rows.map(({ cells }) => Object.fromEntries((head?.cells ?? []).map((name, at) => [name, cells[at] ?? '']))),
    ).toEqual(
      [expected]
        .flat()
        .map((row) => Object.fromEntries(Object.entries(row).map(([name, cell]) => [tidy(name), tidy(cell)]))),
    )
  })

  test('no string, however naughty, breaks a row in two or is taken for somebody', () => {
    const strings = JSON.parse(readFileSync(path.join(OPEN_DATA, 'awkward/strings/blns.json'), 'utf8')) as string[]
    const written = (text: string) => `"${text.replaceAll('"', '""')}"`
    const text = ['First name\tSurname\tEmail', ...strings.map((string) => `Priya\tShah\t${written(string)}`)].join(
      '\n',
    )

    const rows = readTable(text)

    expect(rows).toHaveLength(strings.length + 1)
    for (const { cells } of rows.slice(1)) {
      const { learner, errors } = readPastedLearner(
        { given_name: 'Priya', family_name: 'Shah', email: cells[2] ?? '' },
        TODAY,
      )
      expect(learner.email === null || /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(learner.email)).toBe(true)
      expect(errors.length === 0 || errors[0]?.key === 'email').toBe(true)
    }
  })

  test('every file of the collection is read without a fault', () => {
    for (const file of readdirSync(SKILLS).filter((each) => each.endsWith('.csv')))
      expect(readTable(readFileSync(path.join(SKILLS, file), 'utf8')).length).toBeGreaterThan(1)
    const awkward = path.join(OPEN_DATA, 'awkward/csv')
    for (const file of readdirSync(awkward)) {
      const rows = readTable(readFileSync(path.join(awkward, file), 'utf8')).slice(0, 500)
      expect(() =>
        guessColumns(
          rows.map(({ cells }) => cells),
          LEARNER_COLUMNS,
        ),
      ).not.toThrow()
    }
  })
})

import { randomUUID } from 'node:crypto'
import type { Page } from '@playwright/test'
import { callsOf, figureOf, thisYear, today } from './events-here.ts'
import { paste } from './paste.ts'
import { address, expect, expectAccessible, signIn, test } from './signed-in.ts'

const KEY = 'lep.individuals_upskilled'
/** A family that no demonstration has, another one each time. */
const FAMILY = `Quillfeather${randomUUID().replaceAll(/[^a-f]/g, '')}`
const GIVEN = (
  'Abena Bronwyn Caspian Dilys Eamon Farida Gethin Hortense Idris Jocasta Kwame Leocadia Mungo Nerys Osric ' +
  'Philippa Quentin Rhiannon Sanjay Tamsin Ursula Vikram Winifred Xanthe Yusuf Zenobia Barnaby Ottoline Peregrine Fenella'
).split(' ')
const KNOWN = 4
const emailOf = (given: string): string => `${given}@${FAMILY}.example`.toLowerCase()

/** A course with a session that has so many places, and people of it whom the hub knows from elsewhere. */
async function aSessionOf(page: Page, places: number) {
  const { write } = callsOf(page)
  const course = await write<{ id: string; reference: string }>('training.addCourse', {
    id: randomUUID(),
    title: `Kiln loading ${randomUUID().slice(0, 8)}`,
    kind: 'short_course',
  })
  const session = await write<{ id: string; reference: string }>('training.addSession', {
    id: randomUUID(),
    course_id: course.id,
    starts_on: today(),
    ends_on: today(),
    place: 'Town hall, Leek',
    places,
  })
  return { course, session }
}

/** The list as it stands in a spreadsheet: a heading, thirty people, one address and one day with a slip. */
function theList(first_session: string): string {
  const [year, month, day] = first_session.split('-')
  const rows = GIVEN.map((given, at) => [
    `${given} ${FAMILY}`,
    at === 12 ? 'mungo@@quillfeather' : emailOf(given),
    at === 20 ? '31/02/2026' : `${day}/${month}/${year}`,
  ])
  return [['Learner name', 'E-mail', 'Start date'], ...rows].map((cells) => cells.join('\t')).join('\n')
}

async function putRight(page: Page, wrong: string, right: string): Promise<void> {
  await page.getByRole('gridcell', { name: wrong }).click()
  await page.keyboard.press('Enter')
  await page.keyboard.type(right)
  await page.keyboard.press('Enter')
}

test('thirty learners are pasted, put right in place and saved; the figure moves by thirty, and a second time by none', async ({
  page,
}) => {
  await signIn(page, 'broker@demo.example')
  const { write, read } = callsOf(page)
  const { course, session } = await aSessionOf(page, 30)
  for (const given_name of GIVEN.slice(0, KNOWN))
    await write('people.register', { id: randomUUID(), given_name, family_name: FAMILY, email: emailOf(given_name) })
  const before = await figureOf(page, KEY)

  await page.goto(`${address()}/training/${course.reference}/paste?session=${session.reference}`)
  await page.getByLabel('Evidence').selectOption({ label: 'Documented' })
  await paste(page, theList(today()))
  await expect(page.getByText('4 known people, 24 new people, 2 to put right')).toBeVisible()
  await expectAccessible(page)
  await putRight(page, 'mungo@@quillfeather', emailOf('Mungo'))
  await putRight(page, '31/02/2026', today().split('-').toReversed().join('/'))
  await expect(page.getByText('4 known people, 26 new people')).toBeVisible()
  expect(await figureOf(page, KEY)).toBe(before)
  await page.getByRole('button', { name: 'Save 30 learners' }).click()

  await expect(page).toHaveURL(new RegExp(`/training/${course.reference}$`))
  await expect(page.getByRole('link', { name: 'Started 30' })).toBeVisible()
  await expect.poll(() => figureOf(page, KEY)).toBe(before + 30)
  await page.goto(`${address()}/year/${thisYear()}/${KEY}?text=${FAMILY}`)
  await expect(page.getByRole('status').filter({ hasText: '30 of ' })).toBeVisible()
  for (const given of GIVEN) await expect(page.locator('main')).toContainText(`${given} ${FAMILY}`)

  await page.goto(`${address()}/training/${course.reference}/paste?session=${session.reference}`)
  await expect(page.getByLabel('The list')).toBeVisible()
  await paste(page, theList(today()).replace('mungo@@quillfeather', emailOf('Mungo')).replace('31/02/2026', ''))
  await expect(page.getByText('Nothing of this list is new')).toBeVisible()
  await expect(page.getByRole('button', { name: /^Save/ })).toHaveCount(0)
  expect(await figureOf(page, KEY)).toBe(before + 30)
  const { stages } = await read<{ stages: object }>('training.learners', { filter: { course: course.reference } })
  expect(stages).toEqual({ started: 30 })
})

test('a stage is told by three keys, and a learner opens by one', async ({ page }) => {
  await signIn(page, 'broker@demo.example')
  const { write } = callsOf(page)
  const { course, session } = await aSessionOf(page, 1)
  for (const [given_name, family_name] of [
    ['Perdita', 'Ravensworth'],
    ['Crispin', 'Ollerenshaw'],
  ]) {
    const person_id = randomUUID()
    await write('people.register', { id: person_id, given_name, family_name, email: `${given_name}@post.example` })
    await write('training.enrol', { id: randomUUID(), course_id: course.id, session_id: session.id, person_id })
  }

  await page.goto(`${address()}/training/${course.reference}`)
  const grid = page.getByRole('grid', { name: 'Learners of the course' })
  await expect(grid).toContainText('Waiting, no. 1')
  await grid.focus()
  for (const key of ['ArrowDown', 'ArrowRight', 's', 'Enter']) await page.keyboard.press(key)
  await expect(grid.getByRole('row', { name: /Perdita/ })).toContainText('Started')
  await expect(page.getByRole('link', { name: 'Started 1' })).toBeVisible()
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog').getByLabel('First session attended')).toBeVisible()
  await expectAccessible(page)
})

type Line = { reference: string; learners: number; status: string; people: number }

test('a line of a plan is moved on by three keys, and its people are put on a course that suits it', async ({
  page,
}) => {
  await signIn(page, 'broker@demo.example')
  const { read } = callsOf(page)
  const theLines = async (filter: object) =>
    (await read<{ rows: Line[] }>('training.uptake', { filter, size: 100 })).rows
  const [line] = (await theLines({ status: 'planned' })).filter(({ learners }) => learners === 0)
  const text = line?.reference ?? ''

  await page.goto(`${address()}/training/uptake?q=${text}`)
  const grid = page.getByRole('grid', { name: 'Lines of training plans' })
  await grid.focus()
  for (const key of ['ArrowRight', 's', 'Enter']) await page.keyboard.press(key)
  await expect(grid).toContainText('Started')
  await expect.poll(async () => (await theLines({ text }))[0]?.status).toBe('started')

  await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('Enter')
  const sheet = page.getByRole('dialog')
  await expect(sheet.getByRole('radio').first()).toBeChecked()
  await sheet.getByRole('checkbox').first().press('Space')
  await expectAccessible(page)
  await sheet.getByRole('button', { name: 'Enrol 1' }).press('Enter')
  await expect(grid).toContainText('Enrolled')
  await expect(grid).toContainText(`1 of ${line?.people}`)
})

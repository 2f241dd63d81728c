import { randomUUID } from 'node:crypto'
import type { Page } from '@playwright/test'
import { anEventOf, callsOf, figureOf, thisYear, today } from './events-here.ts'
import { type OwnHub, anOwnHub } from './own-hub.ts'
import { paste } from './paste.ts'
import { address, expect, expectAccessible, expectNoSidewaysScroll, signIn, test } from './signed-in.ts'

/**
 * A stretch of a skills broker's work from the call list to the figures, in a hub where nothing else happens: each figure
 * moves by exactly what was done, and opens to those records.
 */
const SLUG = 'saltglaze'
const BUSINESSES = 45

let hub: OwnHub
let page: Page
/** Who said yes on the telephone, in the order of the calls. */
const accepted: { reference: string; name: string }[] = []

test.describe.configure({ mode: 'serial', timeout: 90_000 })

test.beforeAll(async ({ browser }, { retry }) => {
  // A hub keeps its short name: tried again, the work begins in another.
  const slug = retry === 0 ? SLUG : `${SLUG}-${retry}`
  hub = await anOwnHub(slug, BUSINESSES)
  page = await (await browser.newContext()).newPage()
  await signIn(page, `broker@${slug}.example`)
})
test.afterAll(async () => {
  await page.context().close()
  await hub.close()
})

/** The figure on the board is the length of the list that it opens, and these are on it. */
async function expectCounted(key: string, many: number, those: readonly string[] = []): Promise<void> {
  await expect.poll(() => figureOf(page, key)).toBe(many)
  await page.goto(`${address()}/year/${thisYear()}`)
  await page.locator(`a[href*="/year/${thisYear()}/${key}"]`).first().click()
  const rows = page.locator('main tbody tr')
  await expect(rows).toHaveCount(many)
  for (const text of those) await expect(page.locator('main')).toContainText(text)
}

/** The business of the call that was answered with yes, counted from 0. */
function theBusiness(at: number): { reference: string; name: string } {
  const business = accepted[at]
  if (!business) throw new Error(`Fewer than ${at + 1} businesses said yes`)
  return business
}

const title = () => page.getByRole('heading', { level: 1 })
const free = (on: Page) => on.locator('.free-slot')

/** Lets time go by until a booked review is over. */
const isOver = (name: string, minutes_ago: number) =>
  hub.sql(
    `update app.skills_review r set slot_start = now() - make_interval(mins => $3), slot_end = now() - make_interval(mins => $3 - 15)
      from app.business b where r.hub_id = $1 and b.hub_id = r.hub_id and b.id = r.business_id and b.name = $2 and r.status = 'booked'`,
    [hub.hub_id, name, minutes_ago],
  )

test('twenty offers are logged by keys alone: twenty count', async () => {
  await page.goto(`${address()}/reviews/call-list/new?months=12&most=20`)
  await page.getByRole('button', { name: 'Make the list of 20 and begin' }).click()
  const card = page.locator('.call-card h2')
  await expect(card).toBeFocused()
  for (let call = 0; call < 20; call++) {
    const name = (await card.textContent()) ?? ''
    await expect(page.locator('.calling')).toHaveAttribute('aria-busy', 'false')
    for (const key of call < 3 ? ['y'] : ([['n', '1'], ['o']][call % 2] ?? [])) await page.keyboard.press(key)
    await expect(page.locator('.last-call [role=status]')).toContainText(name)
    if (call < 3) accepted.push({ name, reference: `B-${/\d+/.exec(name)?.[0]}` })
  }
  await expect(page.getByRole('heading', { name: 'Nobody is left to call' })).toBeFocused()

  await expectCounted(
    'lep.skills_reviews_offered',
    20,
    accepted.map(({ name }) => name),
  )
})

test('three are booked, one of them by the business itself, and one is moved by keys', async ({ browser }) => {
  for (const { reference, name } of accepted.slice(0, 2)) {
    await page.goto(`${address()}/b/${reference}`)
    await expect(title()).toHaveText(name)
    await page.keyboard.press('b')
    await free(page).first().click()
    await page.getByRole('button', { name: /^Book \w{3} \d/ }).click()
    await expect(page.getByRole('button', { name })).toBeVisible()
  }
  await moveByKeys(theBusiness(1).name)

  const third = theBusiness(2)
  await page.goto(`${address()}/b/${third.reference}`)
  await expect(title()).toHaveText(third.name)
  await page.keyboard.press('b')
  await page.getByRole('button', { name: 'Let them choose' }).click()
  await page.getByRole('button', { name: 'Send the link' }).click()
  const link = await page.getByLabel('The link, shown only now').inputValue()
  const client = await (await browser.newContext({ viewport: { width: 360, height: 640 } })).newPage()
  await client.goto(address() + new URL(link).pathname)
  await client.getByRole('radio').first().press('Space')
  await expect(client.getByText(/is kept for you for 10 minutes/)).toBeVisible()
  await client.getByLabel('Your name').fill('Jo Marsh')
  await client.getByLabel('E-mail address').fill('jo@saltglaze.example')
  await client.getByRole('button', { name: /^Book \w{3}/ }).press('Enter')
  await expect(client.getByRole('heading', { level: 1 })).toHaveText('Your skills review is booked')
  await client.context().close()

  await page.goto(`${address()}/reviews?at=booked`)
  for (const { name } of accepted) await expect(page.locator('main')).toContainText(name)
})

async function moveByKeys(name: string): Promise<void> {
  const entry = page.getByRole('button', { name })
  const before = (await entry.textContent()) ?? ''
  const move = page.getByRole('menuitem', { name: 'Reschedule' })
  // The diary may be drawn anew under a menu that was opened right behind a booking: then it is opened again.
  await expect(async () => {
    if (await move.isVisible()) await page.keyboard.press('Escape')
    await entry.focus()
    await page.keyboard.press('Enter')
    await expect(move).toBeFocused({ timeout: 3000 })
  }).toPass({ timeout: 30_000 })
  await page.keyboard.press('a')
  await expect(page.getByRole('menuitem', { name: 'A day earlier' })).toBeFocused()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(page.getByText(/moved to/)).toBeVisible()
  await expect(entry).not.toHaveText(before)
}

test('one did not come, and one was held: one counts as held', async () => {
  const [missed, held] = [theBusiness(0), theBusiness(1)]
  await isOver(missed.name, 40)
  await isOver(held.name, 20)
  await page.goto(`${address()}/calendar?view=list&day=${today()}`)
  await page.getByRole('button', { name: missed.name }).click()
  await page.getByRole('menuitem', { name: 'No-show' }).click()
  await expect(page.getByRole('button', { name: missed.name })).toContainText('No-show')
  await page.getByRole('button', { name: held.name }).click()
  await page.getByRole('menuitem', { name: 'Mark held' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Mark held' }).click()
  await expect(page.getByText(/: held\./)).toBeVisible()

  await expectCounted('skills.reviews_held', 1, [held.name])
})

test('its plan has four lines, and the business agrees to it by a link: one plan counts', async ({ browser }) => {
  const held = theBusiness(1)
  await page.goto(`${address()}/reviews?at=held`)
  await page.getByRole('button', { name: new RegExp(`^More for ${held.name}`) }).click()
  await page.getByRole('menuitem', { name: 'Training plan' }).click()
  const needs = ['Supervisory management', 'Food safety', 'Excel beyond the basics', 'Lean working']
  for (const [at, need] of needs.entries()) {
    await page.getByLabel(`What is to be learned, line ${at + 1}`).fill(need)
    await page.keyboard.press('Tab')
  }
  await expect(page.getByText('4 lines')).toBeVisible()
  expect(await figureOf(page, 'skills.plans_agreed')).toBe(0)
  await page.getByRole('button', { name: 'Send to agree' }).click()
  await page.getByRole('button', { name: 'Make a link to hand over instead' }).click()
  const link = await page.getByLabel('Link, shown once').inputValue()

  const client = await (await browser.newContext({ viewport: { width: 360, height: 640 } })).newPage()
  await client.goto(address() + new URL(link).pathname)
  for (const need of needs) await expect(client.getByText(need).first()).toBeVisible()
  await expectAccessible(client)
  await expectNoSidewaysScroll(client)
  await client.getByRole('button', { name: 'Agree to this plan' }).click()
  await expect(client.getByRole('heading', { name: 'There is a problem' })).toBeVisible()
  await client.getByLabel('Your name').fill('Jo Marsh')
  await client.getByRole('button', { name: 'Agree to this plan' }).press('Enter')
  await expect(client.getByText(/Jo Marsh agreed to the plan/)).toBeVisible()
  await client.context().close()

  await expectCounted('skills.plans_agreed', 1, [held.name])
})

test('thirty learners are pasted and start: thirty count', async () => {
  const { write, read } = callsOf(page)
  const { rows: courses } = await read<{ rows: { id: string; reference: string }[] }>('training.courses', {})
  const session = await write<{ reference: string }>('training.addSession', {
    id: randomUUID(),
    course_id: courses[0]?.id,
    starts_on: today(),
    ends_on: today(),
    place: 'Town hall, Leek',
    places: 30,
  })
  await page.goto(`${address()}/training/${courses[0]?.reference}/paste?session=${session.reference}`)
  await page.getByLabel('Evidence').selectOption({ label: 'Documented' })
  const day = today().split('-').toReversed().join('/')
  const learners = Array.from(
    { length: 30 },
    (_, at) => `Robin Kilnman${String.fromCodePoint(97 + (at % 26))}${at < 26 ? '' : 'x'}`,
  )
  await paste(page, ['Learner name\tStart date', ...learners.map((name) => `${name}\t${day}`)].join('\n'))
  await page.getByRole('button', { name: 'Save 30 learners' }).click()
  await expect(page.getByRole('link', { name: 'Started 30' })).toBeVisible()

  await expectCounted('lep.individuals_upskilled', 30, learners)
})

test('an event of forty is checked in: forty businesses count', async () => {
  const event = await anEventOf(page, 40, { capacity: 40 })
  await page.goto(`${address()}/events/${event.reference}/check-in`)
  await page.getByRole('button', { name: /^All came except/ }).click()
  await page.getByRole('button', { name: '40 came' }).click()
  await expect(page.getByText('40 came')).toBeVisible()

  await expectCounted(
    'local.event_businesses',
    40,
    event.guests.map(({ business }) => business.reference),
  )
  expect(await figureOf(page, 'lep.skills_reviews_offered')).toBe(20)
})

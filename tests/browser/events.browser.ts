import type { Page } from '@playwright/test'
import { anEventOf, figureOf, thisYear } from './events-here.ts'
import { address, expect, expectAccessible, expectNoSidewaysScroll, test } from './signed-in.ts'

const PHONE = { width: 390, height: 844 }
const KEY = 'local.event_businesses'

/** The bar at the foot lies over whatever row is under it just then: a page as long as its list has no such row. */
async function expectAccessibleList(page: Page): Promise<void> {
  await page.setViewportSize({ ...PHONE, height: 4000 })
  await expectAccessible(page)
  await page.setViewportSize(PHONE)
}

const boxOf = (page: Page, guest: { name: string; business: { name: string } } | undefined) =>
  page.getByRole('checkbox', { name: `${guest?.name} ${guest?.business.name}` })

test('an event of forty is checked in on a phone, and the figure moves by exactly those who came', async ({
  adviser: page,
}) => {
  test.setTimeout(180_000)
  const event = await anEventOf(page, 40, { capacity: 40 })
  const before = await figureOf(page, KEY)
  await page.setViewportSize(PHONE)
  await page.goto(`${address()}/events/${event.reference}/check-in`)

  await page.getByRole('button', { name: /^All came except/ }).click()
  const [stayed, came] = [event.guests.slice(0, 3), event.guests.slice(3)]
  for (const guest of stayed) await boxOf(page, guest).check()
  await expectAccessibleList(page)
  await page.getByRole('button', { name: '37 came, 3 did not' }).click()
  await expect(page.getByText('37 came')).toBeVisible()
  // Two taps: the box, in which the name is typed, and Add.
  await page.getByLabel('Find a guest, or add a walk-in').fill('Jo Marsh, Marsh Pottery')
  await page.getByRole('button', { name: 'Add Jo Marsh of Marsh Pottery' }).click()
  await expect(page.getByText('38 came')).toBeVisible()
  await expectAccessibleList(page)
  await expectNoSidewaysScroll(page)
  await page.getByRole('button', { name: 'Close check-in' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Close check-in' }).click()

  // The walk-in counts for nobody until a person says who it is.
  await expect(page.getByRole('link', { name: '37 businesses' }).first()).toBeVisible()
  await expect.poll(() => figureOf(page, KEY)).toBe(before + 37)
  await expectAccessible(page)
  await expectNoSidewaysScroll(page)
  await page.locator(`a[href*="/year/${thisYear()}/${KEY}"]`).click()
  await expect(page.locator('main')).toContainText('37 businesses')
  for (const { business } of came) await expect(page.locator('main')).toContainText(business.reference)
  for (const { business } of stayed) await expect(page.locator('main')).not.toContainText(business.reference)
})

test('whoever came without a place is matched in one go, and then counts', async ({ adviser: page }) => {
  const event = await anEventOf(page, 1)
  await page.goto(`${address()}/events/${event.reference}/check-in`)
  const box = page.getByLabel('Find a guest, or add a walk-in')
  await box.fill(`Ottoline Brackwater, Brackwater Looms ${event.reference}`)
  await box.press('Enter')
  await expect(page.getByText('1 came')).toBeVisible()
  const before = await figureOf(page, KEY)

  await page.getByRole('link', { name: 'Event page' }).click()
  await page.getByRole('link', { name: 'Match them now' }).click()
  await expect(page.getByRole('group', { name: 'Who is it?' })).toBeVisible()
  await page.getByRole('button', { name: 'Save Ottoline Brackwater' }).click()
  await expect(page.getByRole('link', { name: /Say who it is/ })).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('radio', { name: 'Nobody on record: add them' }).check()
  await page.getByRole('radio', { name: 'Not on record: add it' }).check()
  await page.getByLabel('Legal form').selectOption({ label: 'Sole trader' })
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Save Ottoline Brackwater' }).click()

  await expect(page.getByText('Everybody is matched.')).toBeVisible()
  await expect.poll(() => figureOf(page, KEY)).toBe(before + 1)
})

test('ticks made without a network stand on the list, survive a reload, and arrive once', async ({
  adviser: page,
  context,
}) => {
  test.setTimeout(120_000)
  const event = await anEventOf(page, 3)
  await page.setViewportSize(PHONE)
  await page.goto(`${address()}/events/${event.reference}/check-in`)
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => true))
  await page.reload()
  await expect(page.getByRole('checkbox')).toHaveCount(3)

  await context.setOffline(true)
  const [first, second] = event.guests
  await boxOf(page, first).check()
  await boxOf(page, second).check()
  await boxOf(page, second).uncheck()
  await page.getByLabel('Find a guest, or add a walk-in').fill('Jo Marsh')
  await page.getByRole('button', { name: 'Add Jo Marsh' }).click()
  await expect(page.getByText('2 came')).toBeVisible()
  await expect(page.getByText('4 waiting to send')).toBeVisible()
  await page.reload()
  await expect(page.getByText('2 came')).toBeVisible()

  await context.setOffline(false)
  await expect(page.getByText('waiting to send')).toBeHidden({ timeout: 30_000 })
  await expect(page.getByText('2 came')).toBeVisible()
  await page.goto(`${address()}/events/${event.reference}?list=came`)
  await expect(page.getByRole('row')).toHaveCount(3)
})

test('an event is planned, published and cancelled by the keyboard', async ({ adviser: page }) => {
  test.setTimeout(180_000)
  await page.goto(`${address()}/events/new`)
  await page.getByLabel('Title').fill('Glaze clinic')
  await page.getByLabel('Day', { exact: true }).fill('+2w')
  await page.getByLabel('Starts at').fill('09:30')
  await page.getByLabel('Ends at').fill('12:00')
  await page.getByLabel('Place', { exact: false }).first().fill('Town hall, Leek')
  await page.keyboard.press('Tab')
  await expect(page.getByLabel('Minutes credited')).toHaveValue('150')
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Save as a draft' }).press('Enter')
  await expect(page.getByText('Draft', { exact: true })).toBeVisible()
  await page.getByRole('button', { name: 'Publish' }).press('Enter')
  await expect(page.getByText('Open for booking', { exact: true })).toBeVisible()
  await page.getByRole('button', { name: 'More for Glaze clinic' }).press('Enter')
  await page.getByRole('menuitem', { name: 'Cancel event' }).press('Enter')
  await page.getByRole('button', { name: 'Cancel the event' }).press('Enter')
  await expect(page.getByText('Cancelled', { exact: true })).toBeVisible()
})

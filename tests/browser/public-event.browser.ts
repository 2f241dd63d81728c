import { anEventOf, callsOf } from './events-here.ts'
import { address, expect, expectAccessible, expectNoSidewaysScroll, test } from './signed-in.ts'

test('a stranger has a place on a phone by keyboard, the next one waits, and neither sees the other', async ({
  adviser,
  browser,
}) => {
  test.setTimeout(180_000)
  const event = await anEventOf(adviser, 0, { capacity: 1, description: 'All about kilns.' })
  const { public_address } = await callsOf(adviser).read<{ public_address: string }>('events.page', {
    reference: event.reference,
  })
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, hasTouch: true })
  const page = await context.newPage()
  await page.goto(address() + new URL(public_address).pathname)
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Kiln day')
  await expectAccessible(page)
  await expectNoSidewaysScroll(page)

  await page.getByRole('button', { name: 'Have a place' }).press('Enter')
  await expect(page.getByText('There is a problem')).toBeVisible()
  await expectAccessible(page)
  await page.getByLabel('First name').fill('Ottilie')
  await page.keyboard.press('Tab')
  await page.keyboard.type('Brackwater')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Tab')
  await page.keyboard.type('ottilie@brackwater.example')
  await page.getByRole('checkbox').press('Space')
  await page.getByRole('button', { name: 'Have a place' }).press('Enter')
  await expect(page.getByText('You have a place.')).toBeVisible()
  await expectAccessible(page)

  await page.reload()
  await expect(page.getByText('All places are taken.')).toBeVisible()
  await expect(page.locator('body')).not.toContainText('Brackwater')
  await page.getByLabel('First name').fill('Sam')
  await page.getByLabel('Last name').fill('Reed')
  await page.getByLabel('E-mail').fill('sam@kiln.example')
  await page.getByRole('checkbox').check()
  await page.getByRole('button', { name: 'Join the waiting list' }).click()
  await expect(page.getByText('on the waiting list as number 1')).toBeVisible()
  await expectNoSidewaysScroll(page)

  await adviser.goto(`${address()}/events/${event.reference}?list=waiting`)
  await expect(adviser.getByRole('cell', { name: 'sam@kiln.example' })).toBeVisible()

  await page.goto(`${address()}/e/${'x'.repeat(43)}`)
  await expect(page.getByRole('heading', { name: 'This link does not work' })).toBeVisible()
  await expectAccessible(page)
  await context.close()
})

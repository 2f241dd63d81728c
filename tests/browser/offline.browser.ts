import type { Page } from '@playwright/test'
import { address, expect, expectAccessible, test } from './signed-in.ts'

/** The worker that lets a page open again has taken over. */
const workerReady = (page: Page) =>
  page.evaluate(() => navigator.serviceWorker.ready.then(({ active }) => active?.state !== undefined))

/** Opens a business of the caseload and waits until it stands, not only until the caseload has a heading. */
async function openBusiness(page: Page, number: number): Promise<void> {
  const link = page.locator('main a[href^="/b/"]').nth(number)
  const name = (await link.textContent()) ?? ''
  await link.click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(name)
}

test('a visit logged without a network is kept, survives a reload, and is sent once when the network is back', async ({
  adviser: page,
  context,
}) => {
  test.setTimeout(120_000)
  await page.goto(`${address()}/caseload`)
  expect(await workerReady(page)).toBe(true)
  await page.reload()
  await openBusiness(page, 0)
  const business = page.url()

  await context.setOffline(true)
  await page.keyboard.press('l')
  await expect(page.getByLabel('Note', { exact: true })).toBeFocused()
  await page.keyboard.type('Said behind the kiln, where no network reaches')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('dialog')).toBeHidden()
  await expect(page.getByText('1 waiting to send')).toBeVisible()
  await expectAccessible(page)

  await page.reload()
  await expect(page.getByText('1 waiting to send')).toBeVisible()
  await page.getByRole('button', { name: 'See what waits' }).click()
  await expect(page.getByRole('dialog')).toContainText('Interaction with')
  await expectAccessible(page)
  await page.keyboard.press('Escape')

  await context.setOffline(false)
  await expect(page.getByText('1 waiting to send')).toBeHidden({ timeout: 30_000 })
  await page.goto(business)
  await expect(page.getByText('Said behind the kiln, where no network reaches')).toHaveCount(1)
})

test('what the server would not take stays on the device with the reason, until its writer deletes it', async ({
  adviser: page,
  context,
}) => {
  test.setTimeout(120_000)
  await page.goto(`${address()}/caseload`)
  await openBusiness(page, 1)
  await context.setOffline(true)
  await page.keyboard.press('l')
  await expect(page.getByLabel('Note', { exact: true })).toBeFocused()
  await page.keyboard.type('Not to be saved')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText('1 waiting to send')).toBeVisible()

  await page.route('**/trpc/interactions.log*', (route) =>
    route.fulfill({
      status: 400,
      json: [
        {
          error: {
            message: 'Refused',
            code: -32600,
            data: {
              code: 'BAD_REQUEST',
              httpStatus: 400,
              problems: [{ code: 'invalid', sentence: 'This business was merged: log it with the other one' }],
            },
          },
        },
      ],
    }),
  )
  await context.setOffline(false)
  await expect(page.getByText('1 could not be saved')).toBeVisible({ timeout: 30_000 })
  await page.getByRole('button', { name: 'See what waits' }).click()
  await expect(page.getByRole('dialog')).toContainText('This business was merged: log it with the other one')
  await page.getByRole('button', { name: 'Delete', exact: true }).click()
  await page.getByRole('button', { name: 'Delete for ever' }).click()
  await expect(page.getByText('1 could not be saved')).toBeHidden()
})

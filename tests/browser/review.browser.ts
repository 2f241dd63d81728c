import type { Page } from '@playwright/test'
import { address, expect, expectAccessible, signIn, test } from './signed-in.ts'

/** A review that was held this year, so far without a form: each test takes one of its own. */
async function aHeldReview(page: Page, at: number): Promise<string> {
  const asked = encodeURIComponent(JSON.stringify({ key: 'skills.reviews_held', year: '2026-27' }))
  const answer = await page.request.get(`${address()}/trpc/indicators.units?input=${asked}`)
  const { result } = (await answer.json()) as { result: { data: { rows: { because: { reference: string }[] }[] } } }
  return result.data.rows[at]?.because[0]?.reference ?? ''
}

test('what is typed in a form without a network survives a reload and is saved once', async ({ page, context }) => {
  await signIn(page, 'broker@demo.example')
  const reference = await aHeldReview(page, 1)
  await page.goto(`${address()}/reviews/${reference}/form`)
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined))
  await page.getByRole('button', { name: 'Begin the form' }).click()
  await page.getByLabel('What is planned for the next two years?').fill('A second kiln')
  await expect(page.getByRole('button', { name: /The business/ })).toContainText('2 of 2')
  await page.waitForTimeout(1000)
  await page.reload()
  await expect(page.getByLabel('What is planned for the next two years?')).toHaveValue('A second kiln')

  await context.setOffline(true)
  await page.getByLabel('What is planned for the next two years?').fill('A second kiln, and a shop')
  await page.getByLabel('How many people work here?').fill('31')
  await expect(page.getByText('2 waiting to send')).toBeVisible()
  await page.getByLabel('What is planned for the next two years?').fill('A second kiln, and a shop in Leek')
  await page.waitForTimeout(1000)
  await expect(page.getByText('2 waiting to send')).toBeVisible()
  await page.reload()
  await expect(page.getByLabel('What is planned for the next two years?')).toHaveValue(
    'A second kiln, and a shop in Leek',
  )

  await context.setOffline(false)
  await expect(page.getByText('2 waiting to send')).toBeHidden({ timeout: 30_000 })
  await page.reload()
  await expect(page.getByLabel('How many people work here?')).toHaveValue('31')
  await expect(page.getByLabel('What is planned for the next two years?')).toHaveValue(
    'A second kiln, and a shop in Leek',
  )
})

test('two people who write the same answer at once both see both, and one settles it', async ({ page, browser }) => {
  await signIn(page, 'broker@demo.example')
  const reference = await aHeldReview(page, 2)
  await page.goto(`${address()}/reviews/${reference}/form?section=next`)
  await page.getByRole('button', { name: 'Begin the form' }).click()
  const found = 'What did we find? This stands in the document for the business.'
  await expect(page.getByLabel(found)).toBeVisible()
  const other = await (await browser.newContext()).newPage()
  await signIn(other, 'manager@demo.example')
  await other.goto(`${address()}/reviews/${reference}/form?section=next`)
  await other.getByLabel(found).fill('Supervisors need a course')
  await expect(other.getByRole('button', { name: /What next/ })).toContainText('1 of 2')
  await other.waitForTimeout(1500)

  await page.getByLabel(found).fill('Nobody reads the gauges')
  const crossed = page.getByRole('group', { name: 'Written by two people at once' })
  await expect(crossed).toContainText('Supervisors need a course')
  await expectAccessible(page)
  await crossed.getByRole('button', { name: 'Keep both' }).click()

  await expect(page.getByLabel(found)).toHaveValue('Supervisors need a course\nNobody reads the gauges')
  await other.context().close()
})

import type { Page } from '@playwright/test'
import { address, expect, expectAccessible, expectNoSidewaysScroll, signIn, test } from './signed-in.ts'

/** A review that was held this year, so far without a form: each test takes one of its own. */
async function aHeldReview(page: Page, at: number): Promise<string> {
  const asked = encodeURIComponent(JSON.stringify({ at: 'to_plan', year: '2026-27', sort: 'name' }))
  const answer = await page.request.get(`${address()}/trpc/skillsReviews.list?input=${asked}`)
  const { result } = (await answer.json()) as { result: { data: { rows: { reference: string; status: string }[] } } }
  return result.data.rows.filter(({ status }) => status === 'held')[at]?.reference ?? ''
}

test('a broker runs a review by the keyboard alone, to a plan of four lines and its document', async ({ page }) => {
  await signIn(page, 'broker@demo.example')
  const reference = await aHeldReview(page, 0)
  await page.goto(`${address()}/reviews/${reference}/form`)
  await page.getByRole('button', { name: 'Begin the form' }).press('Enter')
  await page.getByRole('button', { name: /^Skills gaps/ }).press('Enter')
  await page.getByLabel('Role, line 1').focus()
  for (const [role, skill, people] of [
    ['CNC setters', 'Lean working', '4'],
    ['Office staff', 'Excel beyond the basics', '3'],
    ['Shift leaders', 'Supervisory management', '2'],
  ] as const) {
    await page.keyboard.type(role)
    await page.keyboard.press('Tab')
    await page.keyboard.type(skill)
    await page.keyboard.press('Tab')
    await page.keyboard.type(people)
    await page.keyboard.press('Enter')
    await page.keyboard.press('Shift+Tab')
    await page.keyboard.press('Shift+Tab')
  }
  await expectAccessible(page)

  await page.getByRole('link', { name: 'Training plan' }).press('Enter')
  await page.getByRole('button', { name: 'Plan for all 3' }).press('Enter')
  await expect(page.getByLabel('What is to be learned, line 3')).toHaveValue('Supervisory management for shift leaders')
  await page.getByLabel('What is to be learned, line 4').focus()
  await page.keyboard.type('Food safety')
  await page.getByLabel('Cost to them, line 1').focus()
  await page.keyboard.type('1200')
  await page.keyboard.press('Tab')
  await page.keyboard.type('jan')
  await page.keyboard.press('Tab')
  await expect(page.getByLabel('Month, line 1')).toHaveValue(/^January 20\d\d$/)
  await page.getByRole('button', { name: 'Match a course for Supervisory management for shift leaders' }).press('Enter')
  await page.getByRole('button', { name: 'Use Supervisory management' }).press('Enter')
  await expectAccessible(page)

  await expect(page.getByText('4 lines')).toBeVisible()
  await page.waitForTimeout(1500)
  await page.getByRole('link', { name: 'Document' }).press('Enter')
  await expect(page.getByText('Supervisory management, ')).toBeVisible()
  await expect(page.getByText('£1,200')).toHaveCount(2)
  await expectAccessible(page)
  await page.setViewportSize({ width: 390, height: 844 })
  await expectNoSidewaysScroll(page)
  const file = await page.request.get(`${address()}/reviews/${reference}/plan.pdf`)
  expect([file.status(), (await file.body()).subarray(0, 5).toString()]).toEqual([200, '%PDF-'])
})

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

import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { address, expect, expectAccessible, expectNoSidewaysScroll, signIn, test } from './signed-in.ts'

const wholeOf = async (page: Page) =>
  Number(((await page.locator('.demand-finding').textContent()) ?? '').split(' ')[0])

test('what businesses need opens from every number by the keyboard, and is published without names', async ({
  page,
}) => {
  await signIn(page, 'manager@demo.example')
  await page.goto(`${address()}/reviews?year=2025-26`)
  await page.getByRole('link', { name: 'Skills demand' }).press('Enter')
  const bar = page.getByRole('link', { name: /^Digital \d+/ })
  const needs = Number(await bar.locator('.bar-value').textContent())
  await expectAccessible(page)

  await bar.press('Enter')
  await expect(page).toHaveURL(/skill=digital/)
  await expect(page.getByRole('status').filter({ hasText: 'needs of' })).toBeVisible()
  expect(await wholeOf(page)).toBe(needs)
  await page.getByRole('button', { name: 'Download CSV' }).press('Enter')
  await page.getByLabel('What is it for?').fill('The local skills plan')
  await expectAccessible(page)
  const [file] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')])
  expect((await readFile(await file.path(), 'utf8')).trim().split('\r\n')).toHaveLength(1 + needs)
  await page.goBack()
  await expect(bar).toBeVisible()

  await page.getByRole('link', { name: 'For publication' }).press('Enter')
  await expect(page.getByRole('table', { name: 'Role', exact: true })).toBeVisible()
  await expectAccessible(page)
  await page.setViewportSize({ width: 360, height: 800 })
  await expectNoSidewaysScroll(page)
})

test('a manager looks at the team’s month and opens its numbers; a broker sees their own', async ({ page }) => {
  await signIn(page, 'manager@demo.example')
  await page.goto(`${address()}/reviews/month?month=2026-10`)
  const held = page.getByRole('link', { name: 'Reviews held, October 2026' })
  const count = Number(/\d+/.exec((await held.textContent()) ?? '')?.[0])
  await held.press('Enter')
  await expect(page.getByRole('heading', { name: `Reviews held, October 2026: ${count}` })).toBeVisible()
  await expect(page.getByRole('table', { name: 'Reviews held' }).getByRole('row')).toHaveCount(1 + count)
  await expectAccessible(page)
  await page.setViewportSize({ width: 360, height: 800 })
  await expectNoSidewaysScroll(page)

  await page.context().clearCookies()
  await signIn(page, 'broker@demo.example')
  await page.goto(`${address()}/reviews/month?month=2026-10`)
  await expect(page.getByRole('heading', { name: 'My month' })).toBeVisible()
  await expect(page.getByLabel('Whose month')).toHaveCount(0)
  await page.goto(`${address()}/reviews/month?month=2026-10&broker=team`)
  await expect(page.getByText('You can look at your own month only')).toBeVisible()
})

import { expect, expectAccessible, expectNoSidewaysScroll, test } from './signed-in.ts'

test('a manager opens a business and reads why it is not in a figure, for another year too', async ({
  manager: page,
}) => {
  await page.goto(`${new URL(page.url()).origin}/year/2025-26/gh.light`)
  await page.locator('a[href^="/b/"]').first().click()
  await page.getByLabel('Year of the counts').selectOption('2025-26')
  await page.getByText(/^Why not in \d+ other figures\?$/).press('Enter')

  const high = page.locator('.why-not li').filter({ hasText: 'high-intensity' })
  await expect(high).toContainText(/It had .+ in the year; this needs 12 hours: .+ more\./)
  await expectAccessible(page)
  await expectNoSidewaysScroll(page)

  await page.getByLabel('Year of the counts').selectOption('2021-22')
  await expect(page).toHaveURL(/year=2021-22/)
  await expect(page.getByRole('heading', { name: 'Counts in 2021-22' })).toBeVisible()
})

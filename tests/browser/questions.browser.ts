import { address, expect, expectAccessible, expectNoSidewaysScroll, test } from './signed-in.ts'

test('a manager words a question anew, moves one, adds one and publishes them, by keys alone on a narrow screen', async ({
  stranger: page,
}) => {
  await page.setViewportSize({ width: 360, height: 800 })
  await page.goto(`${address()}/settings/questions`)
  await page.getByRole('button', { name: /^Change the questions/ }).press('Enter')
  const first = page.getByRole('region', { name: 'Section The business' })
  const words = first.getByLabel('Question 1', { exact: true })
  await words.fill('How many people work here today?')
  const down = page.getByRole('button', { name: 'Move down: How many people work here today?' })
  await down.press('Enter')
  await expect(down).toBeFocused()
  await expect(first.getByLabel('Question 2', { exact: true })).toHaveValue('How many people work here today?')
  await first.getByRole('button', { name: /^Add a question/ }).press('Enter')
  await expect(first.getByLabel('Question 3', { exact: true })).toBeFocused()
  await page.getByRole('button', { name: 'Publish…' }).press('Enter')
  await expect(page.getByRole('alert')).toContainText('Word the question')
  await page.getByRole('link', { name: 'Word the question' }).press('Enter')
  await page.keyboard.type('Which customers ask for certificates?')
  await expect(page.getByRole('status').filter({ hasText: '1 added' })).toBeVisible()
  await expectAccessible(page)
  await expectNoSidewaysScroll(page)

  await page.getByRole('button', { name: 'See it as a form' }).press('Enter')
  await expect(page.getByLabel('Which customers ask for certificates?')).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Publish…' }).press('Enter')
  await expect(page.getByRole('dialog')).toContainText('Those begun before keep version 1')
  await page.getByRole('button', { name: 'Publish', exact: true }).press('Enter')

  await expect(page.getByRole('link', { name: 'Version 2, in force' })).toBeVisible()
  await page.getByRole('link', { name: 'Version 1', exact: true }).press('Enter')
  await expect(page.getByLabel('How many people work here?')).toBeVisible()
  await expectNoSidewaysScroll(page)
})

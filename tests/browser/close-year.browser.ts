import { address, expect, expectAccessible, expectNoSidewaysScroll, test } from './signed-in.ts'

/** As pasted from a browser: nothing in it where a line could break. */
const LONG = `Two new programmes began: ${'a'.repeat(600)}`

test('a manager closes a year by the keyboard, and everybody can open what was signed off', async ({ stranger }) => {
  await stranger.goto(`${address()}/year/2021-22?as_at=2030-13-40`)
  await stranger.getByRole('button', { name: 'Open the page from its beginning' }).press('Enter')
  await stranger.getByRole('link', { name: 'Close the year' }).press('Enter')
  await stranger.getByRole('button', { name: 'Call it a draft' }).press('Enter')
  await expect(stranger.getByRole('button', { name: 'Say it is checked' })).toBeVisible()
  await expect(stranger.getByRole('list', { name: 'Where the year stands' })).toBeFocused()
  await stranger.getByLabel('Note').fill('Went through every list with Jo')
  await stranger.getByRole('button', { name: 'Say it is checked' }).press('Enter')
  await expect(stranger.getByText('Went through every list with Jo')).toBeVisible()
  await expect(stranger.getByText('What has to be explained')).toBeVisible()
  for (const why of await stranger.getByLabel(/^Why: /).all()) await why.fill(LONG)
  await stranger.getByRole('button', { name: 'Keep the explanations' }).press('Enter')
  await expect(stranger.getByText(/^Written by/).first()).toBeVisible()
  await stranger.getByRole('button', { name: 'Sign off 2021-22' }).press('Enter')
  await expect(stranger.getByRole('dialog')).toContainText('This fixes, for good')
  await stranger.getByRole('button', { name: /^Sign off as/ }).press('Enter')

  await expect(stranger.getByText('Today’s figures and lists are those of version 1.')).toBeVisible()
  await expect(stranger.getByRole('list', { name: 'Where the year stands' })).toBeFocused()
  const row = stranger.getByRole('row').filter({ hasText: 'Businesses helped to grow' })
  const value = (await row.locator('b').textContent()) ?? 'no value'
  await expectAccessible(stranger)
  await expectNoSidewaysScroll(stranger)
  await stranger.setViewportSize({ width: 320, height: 640 })
  await expectNoSidewaysScroll(stranger)

  await row.getByRole('link').press('Enter')
  await expect(stranger.locator('.figure-total')).toContainText(value)
  await expectAccessible(stranger)
  await stranger.getByRole('link', { name: 'The same list as it is today' }).press('Enter')
  await expect(stranger.getByRole('link', { name: `${value}, the list as signed off` })).toBeVisible()
})

import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { checkPack } from '../stranger/check-pack.ts'
import { type Pack, packOf } from '../stranger/read-pack.ts'
import { threeBusinesses } from './scenes.ts'
import { address, expect, expectAccessible, expectNoSidewaysScroll, test } from './signed-in.ts'
import { sideways } from './workbench.ts'

const KEY = 'lep.businesses_supported'
const REASON = 'A late visit, and two records of one business'
/** As pasted from a browser: nothing in it where a line could break. */
const LONG = `Two new programmes began: ${'a'.repeat(600)}`

/** Each headline is a link to its list: one click. */
async function opensHeadlines(page: Page, year: string): Promise<void> {
  await page.goto(`${address()}/year/${year}?as_at=2030-13-40`)
  await page.getByRole('button', { name: 'Open the page from its beginning' }).press('Enter')
  const cards = page.locator('.figure-card')
  await expect(cards).toHaveCount(11)
  await expect(cards.locator(`a.figure-value[href^="/year/${year}/lep."]`)).toHaveCount(11)
}

/** By the keyboard, with a note and an explanation of every headline that asks for one. */
async function signsOff(page: Page, year: string): Promise<void> {
  await page.getByRole('link', { name: 'Close the year' }).press('Enter')
  await page.getByRole('button', { name: 'Call it a draft' }).press('Enter')
  await expect(page.getByRole('button', { name: 'Say it is checked' })).toBeVisible()
  await expect(page.getByRole('list', { name: 'Where the year stands' })).toBeFocused()
  await page.getByLabel('Note').fill('Went through every list with Jo')
  await page.getByRole('button', { name: 'Say it is checked' }).press('Enter')
  await expect(page.getByText('Went through every list with Jo')).toBeVisible()
  await expect(page.getByText('What has to be explained')).toBeVisible()
  for (const why of await page.getByLabel(/^Why: /).all()) await why.fill(LONG)
  await page.getByRole('button', { name: 'Keep the explanations' }).press('Enter')
  await expect(page.getByText(/^Written by/).first()).toBeVisible()
  await page.getByRole('button', { name: `Sign off ${year}` }).press('Enter')
  await expect(page.getByRole('dialog')).toContainText('This fixes, for good')
  await page.getByRole('button', { name: /^Sign off as/ }).press('Enter')
  await expect(page.getByText('Today’s figures and lists are those of version 1.')).toBeVisible({ timeout: 60_000 })
  await expect(page.getByRole('list', { name: 'Where the year stands' })).toBeFocused()
}

async function readsTheSignedList(page: Page): Promise<void> {
  const row = page.getByRole('row').filter({ hasText: 'Businesses helped to grow' })
  const value = (await row.locator('b').textContent()) ?? 'no value'
  await expectAccessible(page)
  await page.setViewportSize({ width: 320, height: 640 })
  await expectNoSidewaysScroll(page)
  await page.setViewportSize({ width: 1366, height: 768 })
  await row.getByRole('link').press('Enter')
  await expect(page.locator('.figure-total')).toContainText(value)
  await expectAccessible(page)
  await page.getByRole('link', { name: 'The same list as it is today' }).press('Enter')
  await expect(page.getByRole('link', { name: `${value}, the list as signed off` })).toBeVisible()
}

async function logsALateVisit(page: Page, reference: string, day: string): Promise<void> {
  await page.goto(`${address()}/b/${reference}`)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await page.keyboard.press('l')
  const sheet = page.getByRole('dialog', { name: 'Log interaction' })
  await sheet.getByLabel('Date').first().fill(day)
  await sheet.getByLabel('Note', { exact: true }).fill('Written up late')
  await page.keyboard.press('Control+Enter')
  await expect(sheet).toBeHidden()
}

async function merges(page: Page, remains: string, goes: string): Promise<void> {
  await page.goto(`${address()}/duplicates/business/${remains}/${goes}`)
  await expect(page.getByText(/^Moves: /)).toBeVisible()
  await page.keyboard.press('m')
  await expect(page).toHaveURL(`${address()}/b/${remains}`)
}

async function restates(page: Page, year: string, { same, late }: { same: string; late: string }): Promise<void> {
  await page.goto(`${address()}/year/${year}/close?differs=${KEY}`)
  await expect(page.getByText(late, { exact: false }).first()).toBeVisible()
  await expect(page.getByText(same, { exact: false }).first()).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('button', { name: `Restate ${year}` }).press('Enter')
  await page.getByLabel('Why the figures are issued again').fill(REASON)
  await page.getByLabel('Approved by', { exact: true }).selectOption('Somebody outside the hub')
  await page.getByLabel('Approved outside the hub by').fill('Jo Marsh, senior responsible officer')
  await page.getByRole('button', { name: 'Sign off version 2' }).press('Enter')
  await expect(page.getByText('Today’s figures and lists are those of version 2.')).toBeVisible({ timeout: 60_000 })
}

/** Through the form of the board, as a browser with its worker downloads it. */
async function takesPack(page: Page, version: string): Promise<Buffer> {
  await page.getByLabel('Which figures?').selectOption(version)
  await page.getByLabel('What is it for?').fill('Return to the accountable body')
  const [file] = await Promise.all([
    page.waitForEvent('download', { timeout: 60_000 }),
    page.getByRole('button', { name: 'CSV files in a zip' }).press('Enter'),
  ])
  const bytes = await readFile(await file.path())
  await expect(page.getByText(/^Done: \d+ sheets with [\d,]+ rows were sent\.$/)).toBeVisible()
  return bytes
}

/** The references of the list behind the figure, by a pack. */
function listed(pack: Pack): string[] {
  const units = (pack['Units'] ?? []).filter(({ key }) => key === KEY).map((unit) => unit['unit ref'] ?? '')
  expect(pack['Headlines']?.find(({ key }) => key === KEY)?.['value']).toBe(String(units.length))
  return units.toSorted()
}

/** On paper nothing can be pressed or typed, and the year is one sheet. */
async function printsTheReview(page: Page, year: string): Promise<void> {
  await page.goto(`${address()}/year/${year}/review`)
  await expect(page.getByText('Restated as version 2')).toBeVisible()
  await page.emulateMedia({ media: 'print' })
  await expect(page.locator('button, input, select, textarea').filter({ visible: true })).toHaveCount(0)
  const pdf = await page.pdf({ format: 'A4' })
  expect(pdf.toString('latin1').match(/\/Type \/Page\b/g)).toHaveLength(1)
  await page.emulateMedia({ media: null })
}

test('a manager signs a year off, enters what came late, restates it and takes both versions', async ({
  manager: page,
}, { retry }) => {
  test.setTimeout(300_000)
  // What was signed off stays so: a second try has the year before.
  const [year, day, typed] =
    retry === 0 ? ['2021-22', '2022-03-15', '15/03/2022'] : ['2020-21', '2021-03-15', '15/03/2021']
  const { one, same, late } = await threeBusinesses(page, day)
  await opensHeadlines(page, year)
  await signsOff(page, year)
  await readsTheSignedList(page)

  await logsALateVisit(page, late, typed)
  await merges(page, one, same)
  await restates(page, year, { same, late })

  // Who restated the year stands in a choice there, and is long.
  await page.setViewportSize({ width: 320, height: 640 })
  await page.goto(`${address()}/year/${year}`)
  await expect(page.getByLabel('Which figures?')).toContainText('Restated as version 2')
  await expect.poll(() => sideways(page)).toBe(0)
  await page.setViewportSize({ width: 1366, height: 768 })
  // The list that was signed off first still has the one and not the other.
  const [first, second] = [packOf(await takesPack(page, '1')), packOf(await takesPack(page, '2'))]
  expect(checkPack(second)).toEqual([])
  const [before, after] = [listed(first), listed(second)]
  expect(before.filter((reference) => !after.includes(reference))).toEqual([same])
  expect(after.filter((reference) => !before.includes(reference))).toEqual([late])
  await printsTheReview(page, year)
})

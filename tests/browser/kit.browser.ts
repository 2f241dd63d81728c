import { type Browser, expect, type Page, test } from '@playwright/test'
import { barriersOn, focused, MODES, serveWorkbench, sideways } from './workbench.ts'

let bench: Awaited<ReturnType<typeof serveWorkbench>>
let page: Page

test.beforeAll(async () => {
  bench = await serveWorkbench()
})

test.afterAll(() => bench.close())

async function openKit(browser: Browser, mode: string): Promise<Page> {
  const visit = await browser.newContext({ ...MODES[mode], reducedMotion: 'reduce' })
  const opened = await visit.newPage()
  await opened.goto(`${bench.address}kit`)
  await opened.getByRole('heading', { name: 'House kit' }).waitFor({ timeout: 30_000 })
  return opened
}

/** Every screen is looked at in all modes; here are the pieces by themselves, at the widest and at the narrowest. */
for (const mode of ['desktop', 'narrow phone'])
  test(`the kit has no barrier and no sideways scroll: ${mode}`, async ({ browser }) => {
    page = await openKit(browser, mode)

    expect(await barriersOn(page)).toEqual([])
    expect(await sideways(page)).toBeLessThanOrEqual(0)
    await page.context().close()
  })

const OPENINGS: readonly [string, (on: Page) => Promise<void>][] = [
  ['a sheet', async (on) => on.getByRole('button', { name: 'Open a sheet' }).click()],
  ['a dialog', async (on) => on.getByRole('button', { name: 'Open a dialog' }).click()],
  ['the help', async (on) => on.getByRole('button', { name: 'Open the help' }).click()],
  [
    'a menu',
    async (on) => {
      await on.getByRole('button', { name: 'More for Amberwood Bakery Ltd' }).first().click()
      await on.getByRole('menuitem', { name: 'Void' }).waitFor()
    },
  ],
  [
    'a finder with answers',
    async (on) => {
      await on.getByRole('combobox', { name: 'Business or person' }).fill('murphy')
      await on.getByRole('option').first().waitFor()
    },
  ],
  [
    'a calendar',
    async (on) => {
      await on.getByRole('textbox', { name: 'Date' }).press('Alt+ArrowDown')
      await on.getByRole('grid').waitFor()
    },
  ],
  [
    'a cell being written',
    async (on) => {
      await on.getByRole('gridcell', { name: 'Enrolled' }).first().dblclick()
      await on.getByRole('grid', { name: 'Two thousand lines' }).getByRole('combobox').waitFor()
    },
  ],
  ['a message', async (on) => on.getByRole('button', { name: 'Say something' }).click()],
  [
    'a refused form',
    async (on) => {
      await on.getByRole('button', { name: 'Save the form' }).click()
      await on.getByRole('heading', { name: 'There is a problem' }).waitFor()
    },
  ],
]

/** What opens on a phone is what opens on a desk, with less room for it. */
for (const mode of ['phone'])
  test.describe(`what opens has no barrier either: ${mode}`, () => {
    test.beforeAll(async ({ browser }) => {
      page = await openKit(browser, mode)
    })
    test.afterEach(() => page.keyboard.press('Escape'))
    test.afterAll(() => page.context().close())

    for (const [what, open] of OPENINGS)
      test(what, async () => {
        await open(page)

        expect(await barriersOn(page)).toEqual([])
        expect(await sideways(page)).toBeLessThanOrEqual(0)
      })
  })

test.describe('by keyboard alone', () => {
  test.beforeEach(async ({ browser }) => {
    page = await openKit(browser, 'desktop')
  })
  test.afterEach(() => page.context().close())

  test('Enter pressed before the finder has its answer chooses when the answer comes', async () => {
    const box = page.getByRole('combobox', { name: 'Business or person' })
    await box.pressSequentially('amberw')
    await box.press('Enter')

    await page.getByText('Chosen: B-4156').waitFor()
    expect(await box.inputValue()).toBe('Amberwood Bakery Ltd')
    expect(await box.getAttribute('aria-expanded')).toBe('false')
  })

  test('arrows light a line of the finder, Enter takes it, Escape closes the list and keeps the text', async () => {
    const box = page.getByRole('combobox', { name: 'Business or person' })
    await box.pressSequentially('murphy')
    await page.getByRole('option').first().waitFor()
    await box.press('ArrowDown')
    const lit = page.locator(`[id="${await box.getAttribute('aria-activedescendant')}"]`)
    expect(await lit.textContent()).toContain('Graniteton Design Ltd')
    await box.press('Escape')
    expect([await box.inputValue(), await box.getAttribute('aria-expanded')]).toEqual(['murphy', 'false'])
    await box.press('ArrowDown')
    await box.press('Enter')

    await page.getByText('Chosen: B-4254').waitFor()
  })

  test('typing over a choice takes the choice back', async () => {
    const box = page.getByRole('combobox', { name: 'Business or person' })
    await box.pressSequentially('amberw')
    await box.press('Enter')
    await page.getByText('Chosen: B-4156').waitFor()
    await box.pressSequentially('x')

    await page.getByText('Nobody chosen').waitFor()
  })

  const typings = [
    ['3/4/26', 'Friday 3 April 2026', '03/04/2026'],
    ['3 apr 2026', 'Friday 3 April 2026', '03/04/2026'],
    ['y', 'Sunday 23 November 2025', '23/11/2025'],
  ] as const
  for (const [typed, words, shown] of typings)
    test(`a day typed as ${typed} is said back as ${words}`, async () => {
      const box = page.getByRole('textbox', { name: 'Date' })
      await box.fill(typed)
      await page.getByText(words).waitFor()
      await box.press('Tab')

      expect(await box.inputValue()).toBe(shown)
    })

  test('Alt Down opens the calendar, arrows move in it, Enter takes the day and focus goes back to the box', async () => {
    const box = page.getByRole('textbox', { name: 'Date' })
    await box.press('Alt+ArrowDown')
    await page.getByRole('button', { name: 'Monday 24 November 2025' }).waitFor()
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('PageDown')
    await page.keyboard.press('Enter')

    expect(await box.inputValue()).toBe('25/12/2025')
    expect(await box.evaluate((element) => element === document.activeElement)).toBe(true)
  })

  test('Escape closes the calendar first and the sheet next, and focus goes back to what opened it', async () => {
    await page.getByRole('button', { name: 'Open a sheet' }).press('Enter')
    const sheet = page.getByRole('dialog', { name: 'Log interaction' })
    await sheet.getByRole('textbox', { name: 'Day' }).press('Alt+ArrowDown')
    await sheet.getByRole('grid').waitFor()
    await page.keyboard.press('Escape')
    await sheet.getByRole('grid').waitFor({ state: 'detached' })
    expect(await sheet.isVisible()).toBe(true)
    await page.keyboard.press('Escape')
    await sheet.waitFor({ state: 'detached' })

    expect(await focused(page)).toBe('Open a sheet')
  })

  test('a menu is walked with arrows and gives the focus back', async () => {
    const button = page.getByRole('button', { name: 'More for Amberwood Bakery Ltd' }).first()
    await button.press('Enter')
    await page.getByRole('menuitem', { name: 'Log' }).waitFor()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')

    await page.getByRole('status').filter({ hasText: 'Next' }).waitFor()
    expect(await focused(page)).toBe('More for Amberwood Bakery Ltd')
  })

  test('a refused form takes the focus to its summary, whose lines lead to their fields', async () => {
    await page.getByRole('button', { name: 'Save the form' }).press('Enter')
    await page.getByRole('heading', { name: 'There is a problem' }).waitFor()
    expect(await page.title()).toMatch(/^Error: /)
    expect(await focused(page)).toMatch(/^There is a problem/)
    await page.getByRole('link', { name: 'Enter a subject' }).press('Enter')
    await page.keyboard.type('Kiln')
    await page.getByRole('textbox', { name: 'Words' }).fill('Two quotes are in')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')

    await expect.poll(() => page.getByTestId('saved').textContent()).toBe('Kiln')
    expect(await page.title()).not.toMatch(/^Error: /)
  })

  test('j and k walk the rows until single keys are switched off', async () => {
    await page.keyboard.press('j')
    expect(await focused(page)).toBe('Saxonmill Energy Group Ltd')
    await page.keyboard.press('j')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('k')
    expect(await focused(page)).toBe('Quarrybridge Ceramics LLP')
    await page.keyboard.press('?')
    await page.getByRole('checkbox', { name: /Use single keys/ }).press('Space')
    await page.keyboard.press('Escape')
    await page.keyboard.press('j')

    expect(await focused(page)).not.toBe('Amberwood Bakery Ltd')
  })

  test('a grid is walked, written, filled down, copied and pasted without a mouse, and draws few of its rows', async () => {
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
    const grid = page.getByRole('grid', { name: 'Two thousand lines' })
    const cell = () => grid.locator('.active')
    await grid.focus()
    await page.keyboard.press('ArrowRight')
    await page.keyboard.type('Kiln Works')
    await page.keyboard.press('Enter')
    await page.keyboard.press('ArrowUp')
    expect(await cell().textContent()).toBe('Kiln Works')
    await page.keyboard.press('Shift+ArrowDown')
    await page.keyboard.press('Shift+ArrowDown')
    await page.keyboard.press('Control+d')
    expect(await cell().textContent()).toBe('Kiln Works')
    await page.keyboard.press('Control+c')
    await page.keyboard.press('Control+End')
    expect(await grid.getAttribute('aria-activedescendant')).toMatch(/-1999-3$/)
    await page.keyboard.press('Enter')
    await page.keyboard.type('co')
    await page.keyboard.press('Enter')
    expect(await cell().textContent()).toBe('Completed')
    await page.keyboard.press('Home')
    await page.keyboard.press('ArrowRight')
    for (let up = 0; up < 2; up++) await page.keyboard.press('ArrowUp')
    await page.keyboard.press('Control+v')

    await expect.poll(() => cell().textContent()).toBe('Kiln Works')
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('Delete')
    expect(await cell().textContent()).toBe('')
    expect(await grid.getByRole('row').count()).toBeLessThan(60)
    await page.keyboard.press('Tab')
    expect(await page.evaluate(() => document.activeElement?.getAttribute('role'))).not.toBe('grid')
  })

  test('a list pasted anywhere on the page is read', async () => {
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
    await page.evaluate(() => navigator.clipboard.writeText('Priya\tShah\nTom\tAshby'))
    await page.keyboard.press('Control+v')

    await page.getByText('Read 2 lines').waitFor()
  })

  test('a column head sorts by the address, and sorts back', async () => {
    await page.getByRole('link', { name: 'Business', exact: true }).press('Enter')

    await expect.poll(() => new URL(page.url()).search).toBe('?sort=name')
  })
})

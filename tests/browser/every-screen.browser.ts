/// <reference lib="dom" />
import { execFile } from 'node:child_process'
import path from 'node:path'
import { promisify } from 'node:util'
import { type Browser, type Page, expect, test } from '@playwright/test'
import { hiddenFocus } from './hidden-focus.ts'
import { PASSWORD, address, signIn } from './signed-in.ts'
import type { Visit, Who } from './visit.ts'
import { VISITS } from './visits.ts'
import { barriersOn, sideways } from './workbench.ts'

/**
 * Every screen in five modes. Routes are listed from the router itself: **a new route needs a line in `visits.ts`**,
 * with whatever opens on it. On each: nothing that axe knows of WCAG 2.2 A and AA (in the dark and in forced colours the
 * rules about colour, for the page is the same), nothing that scrolls a phone or a page at 200 % sideways, no focus
 * hidden behind what sticks, and no error in the browser's console. Each screen is opened once and put into the modes as
 * it stands.
 */
const DESKTOP = { width: 1366, height: 768 }
const NARROW = { phone: { width: 360, height: 740 }, 'small phone': { width: 320, height: 640 } } as const
/** A laptop's screen at 200 %. */
const ZOOMED = { width: 683, height: 384 }
const NEWCOMER = 'newcomer'
const ROUTER = '__TSR_ROUTER__'
/** What a browser and React say of a refusal that a page then shows. */
const REFUSALS = /^(Failed to load resource|TRPCClientError)/

const run = promisify(execFile)

type Watched = { page: Page; said: string[]; stands: boolean }
const watched = new Map<Who, Promise<Watched>>()

test.describe.configure({ mode: 'parallel' })

test('every route of the router has a visit, and every visit a route', async ({ page }) => {
  await page.goto(`${address()}/sign-in`)
  const routes = await page.evaluate((name) => {
    const router = (globalThis as unknown as Record<string, { routesByPath: object }>)[name]
    return Object.keys(router?.routesByPath ?? {})
  }, ROUTER)
  expect(
    Object.keys(VISITS)
      .filter((route) => route !== 'no route')
      .toSorted(),
  ).toEqual(routes.toSorted())
})

for (const [route, visits] of Object.entries(VISITS))
  test(`${route} stands in every mode`, async ({ browser }) => {
    for (const visit of visits.filter(({ as }) => as !== NEWCOMER)) await look(browser, visit)
  })

test('a hub without a record stands in every mode', async ({ browser }) => {
  for (const visit of Object.values(VISITS).flat()) if (visit.as === NEWCOMER) await look(browser, visit)
})

async function look(browser: Browser, visit: Visit): Promise<void> {
  const to = typeof visit.to === 'string' ? visit.to : await visit.to((await pageOf(browser, 'manager')).page)
  const what = `${to.replace(/[\w-]{43}/, '…')} ${visit.opened ?? ''}`.trim()
  const looked = await pageOf(browser, visit.as ?? 'manager')
  const { page, said } = looked
  await page.setViewportSize(DESKTOP)
  said.length = 0
  if (looked.stands) await goOn(page, to)
  else await page.goto(address() + to)
  looked.stands = !visit.open && visit.as !== 'nobody'
  await settle(page)
  if (visit.leads_to) expect(page.url(), what).toMatch(visit.leads_to)
  if (visit.open) {
    await visit.open(page)
    await settle(page)
  }
  await lookAtColours(page, what)
  await lookAtSizes(page, what, !visit.open)
  const unwanted = said.filter((text) => !(visit.is_refused && REFUSALS.test(text)))
  expect.soft(unwanted, `${what}: errors in the console`).toEqual([])
}

async function lookAtColours(page: Page, what: string): Promise<void> {
  expect.soft(await barriersOn(page), `${what}: barriers`).toEqual([])
  await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' })
  expect.soft(await barriersOn(page, 'colour'), `${what}: barriers in the dark`).toEqual([])
  await page.emulateMedia({ colorScheme: 'light', forcedColors: 'active', reducedMotion: 'reduce' })
  expect.soft(await barriersOn(page, 'colour'), `${what}: barriers in forced colours`).toEqual([])
  await page.emulateMedia({ colorScheme: 'light', forcedColors: 'none', reducedMotion: 'reduce' })
}

/** What is open has the focus to itself: only a page as it comes is walked through. */
async function lookAtSizes(page: Page, what: string, isWalked: boolean): Promise<void> {
  for (const [mode, size] of Object.entries(NARROW)) {
    await page.setViewportSize(size)
    await staysInWidth(page, `${what}: scrolls sideways on a ${mode}`)
  }
  if (isWalked) expect.soft(await hiddenFocus(page), `${what}: focus is hidden on a phone`).toEqual([])
  await page.setViewportSize(ZOOMED)
  await staysInWidth(page, `${what}: scrolls sideways at 200 %`)
  if (isWalked) expect.soft(await hiddenFocus(page), `${what}: focus is hidden at 200 %`).toEqual([])
}

/** A menu that is open finds its new place a moment after the window has another size. */
const staysInWidth = (page: Page, message: string) =>
  expect
    .configure({ soft: true })
    .poll(() => sideways(page), { message, timeout: 5000 })
    .toBeLessThanOrEqual(0)

/** On to another screen as a link of the page would take one; whatever was opened is left by a load of its own instead. */
async function goOn(page: Page, to: string): Promise<void> {
  await page.evaluate(
    async ({ name, href }) => {
      const app = globalThis as unknown as Record<string, { navigate: (to: { href: string }) => Promise<void> }>
      await app[name]?.navigate({ href })
      await new Promise(requestAnimationFrame)
    },
    { name: ROUTER, href: to },
  )
}

/** The page stands: its heading is there and nothing of it is on its way. */
async function settle(page: Page): Promise<void> {
  await page.getByRole('heading', { level: 1 }).waitFor()
  await expect(page.locator('.skeleton, [aria-busy=true]')).toHaveCount(0)
}

/** Everybody signs in once, and looks at all their screens in one page. */
function pageOf(browser: Browser, who: Who): Promise<Watched> {
  const known = watched.get(who) ?? openFor(browser, who)
  watched.set(who, known)
  return known
}

async function openFor(browser: Browser, who: Who): Promise<Watched> {
  const context = await browser.newContext({ viewport: DESKTOP, reducedMotion: 'reduce', serviceWorkers: 'block' })
  const page = await context.newPage()
  page.setDefaultTimeout(20_000)
  if (who === NEWCOMER) await joinNewHub(page)
  else if (who !== 'nobody') await signIn(page, `${who}@demo.example`)
  const said: string[] = []
  page.on('pageerror', ({ message }) => said.push(message))
  page.on('console', (line) => line.type() === 'error' && said.push(line.text()))
  return { page, said, stands: false }
}

/** A hub that has just been made, and the first person who accepts the invitation to it. */
async function joinNewHub(page: Page): Promise<void> {
  const slug = `new-${process.pid}`
  const hub = (...args: string[]) =>
    run('node', ['apps/api/src/cli.ts', ...args], {
      cwd: path.resolve(import.meta.dirname, '..', '..'),
      env: { ...process.env, HUBLINE_DATA: process.env['HUBLINE_SERVED_DATA'] },
    })
  await hub('new', slug, '--name', 'A hub without a record')
  const { stdout } = await hub('user', 'add', `first@${slug}.example`, '--hub', slug, '--role', 'admin', '--json')
  const { link } = JSON.parse(stdout) as { link: string }
  await page.goto(address() + new URL(link).pathname)
  await settle(page)
  expect(await barriersOn(page)).toEqual([])
  for (const box of await page.locator('input[type=password]').all()) await box.fill(PASSWORD)
  await page.locator('form button[type=submit]').click()
  await expect(page).not.toHaveURL(/invitation/)
}

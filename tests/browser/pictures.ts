import { mkdirSync } from 'node:fs'
import { chromium } from '@playwright/test'
import { findBrowser } from './find-browser.ts'
import { aYearThatDiffers } from './scenes.ts'

/** Takes the pictures of the README from a running server: node tests/browser/pictures.ts ADDRESS FOLDER. The last is of a year that is signed off for it. */
const [address = 'http://localhost:3000', folder = 'docs/pictures'] = process.argv.slice(2)
process.env['HUBLINE_ADDRESS'] = address
mkdirSync(folder, { recursive: true })
const browser = await chromium.launch({
  executablePath: findBrowser(),
  args: [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ],
})
const page = await browser.newPage({
  viewport: { width: 1366, height: 860 },
  locale: 'en-GB',
  timezoneId: 'Europe/London',
})
async function signIn(email: string): Promise<void> {
  await page.context().clearCookies()
  await page.goto(`${address}/sign-in`)
  await page.screenshot({ path: `${folder}/sign-in.png` })
  await page.getByLabel('E-mail').fill(email)
  await page.getByLabel('Password', { exact: true }).fill('demonstration-2122')
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.waitForURL((url) => !url.pathname.includes('sign-in'))
}

async function take(pictures: Readonly<Record<string, string>>): Promise<void> {
  for (const [name, path] of Object.entries(pictures)) {
    await page.goto(address + path)
    await page.waitForLoadState('networkidle')
    await page.screenshot({ path: `${folder}/${name}.png` })
  }
}

await signIn('broker@demo.example')
await take({
  reviews: '/reviews',
  demand: '/reviews/demand?year=2026-27',
  diary: '/calendar',
  training: '/training',
  events: '/events',
})
await signIn('manager@demo.example')
await take({
  review: '/year/2021-22/review',
  targets: '/year/2026-27/targets',
  radar: '/year/2026-27/radar',
  duplicates: '/duplicates',
  close: '/year/2021-22/close',
})
await signIn('adviser@demo.example')
await take({
  board: '/year/2021-22',
  list: '/year/2021-22/lep.skills_reviews_offered',
  definitions: '/definitions',
  caseload: '/caseload',
})
const business = page.locator('main a[href^="/b/"]').first()
const name = (await business.textContent()) ?? ''
await business.click()
await page.getByRole('heading', { level: 1, name }).waitFor()
await page.waitForLoadState('networkidle')
await page.screenshot({ path: `${folder}/business.png` })
await page.keyboard.press('l')
await page.getByRole('dialog').waitFor()
await page.waitForTimeout(600)
await page.screenshot({ path: `${folder}/log.png` })
// Last of all: it changes the year that the others show.
await signIn('manager@demo.example')
await page.goto(address + (await aYearThatDiffers(page)))
await page.getByRole('table', { name: /^What differs/ }).scrollIntoViewIfNeeded()
await page.screenshot({ path: `${folder}/restatement.png` })
await browser.close()

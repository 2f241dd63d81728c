import type { Page } from '@playwright/test'

/** Pastes a text anywhere on a page, as Ctrl V does. */
export async function paste(page: Page, text: string): Promise<void> {
  await page.evaluate((list) => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/plain', list)
    document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
  }, text)
}

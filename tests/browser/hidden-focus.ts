/// <reference lib="dom" />
import type { Page } from '@playwright/test'

const WALKED = 25

/**
 * Names what lies wholly behind something else while it has the focus (WCAG 2.4.11), among the first things that take
 * it. What the focus changes about a page may be drawn a frame later.
 */
export async function hiddenFocus(page: Page): Promise<string[]> {
  // From here on the focus is the keyboard's, and shows itself.
  await page.keyboard.press('Tab')
  return page.evaluate(async (most) => {
    const isIts = (taker: HTMLElement, top: Element | null) =>
      top !== null &&
      (taker.contains(top) ||
        top.contains(taker) ||
        (taker.id !== '' && top.closest(`label[for="${taker.id}"]`) !== null) ||
        top.closest('label')?.contains(taker) === true)
    /** Its middle and its corners, each a little inside. */
    const isSeen = (taker: HTMLElement) => {
      const box = taker.getClientRects()[0]
      if (!box || box.width < 2) return true
      const [xs, ys] = [box.x + box.width / 2, box.y + box.height / 2].map((middle, at) => {
        const half = (at === 0 ? box.width : box.height) / 2 - 2
        return [middle, middle - half, middle + half]
      }) as [number[], number[]]
      return xs.some((x) => ys.some((y) => isIts(taker, document.elementFromPoint(x, y))))
    }
    const takers = [
      ...document.querySelectorAll<HTMLElement>('a[href], button, input, select, textarea, [tabindex="0"]'),
    ]
    const hidden: string[] = []
    for (const taker of takers.filter((one) => one.tabIndex >= 0 && one.checkVisibility()).slice(0, most)) {
      taker.focus()
      for (let frames = 0; frames < 4 && document.activeElement === taker && !isSeen(taker); frames += 1) {
        await new Promise(requestAnimationFrame)
        if (frames === 3) hidden.push(`${taker.tagName} ${taker.textContent.trim().slice(0, 40)}`)
      }
    }
    return hidden
  }, WALKED)
}

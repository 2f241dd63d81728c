import type { Client } from './client.ts'

const MOST = 6
let opened: readonly Client[] = []

/** The client stands first in Find until another is opened. Kept for as long as the page stands: names stay off the device. */
export function rememberOpened(client: Client): void {
  opened = [client, ...opened.filter(({ id }) => id !== client.id)].slice(0, MOST)
}

export function recentlyOpened(): readonly Client[] {
  return opened
}

/** At signing out, and on the way to another hub. */
export function forgetOpened(): void {
  opened = []
}

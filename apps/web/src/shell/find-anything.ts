import type { FinderOption } from '../ui/finder-state.ts'

export type Found = FinderOption & { href: string }

/** What the Find box asks: own records first. */
export async function findAnything(text: string): Promise<readonly Found[]> {
  return text === '' ? [] : []
}

import type { Far } from './far-off.tsx'

/** What somebody has typed, by figure, with the version of the words over which it was typed; 0: there were none. */
export type Typed = Readonly<Record<string, { words: string; over: number }>>

type Explained = Pick<Far, 'key' | 'explanation'>

const versionOf = ({ explanation }: Explained): number => explanation?.version ?? 0

/** What stands in the box of a figure. */
export const wordsIn = (far: Explained, typed: Typed): string => typed[far.key]?.words ?? far.explanation?.words ?? ''

/** As it is after a box was typed into. */
export const withWords = (far: Explained, typed: Typed, words: string): Typed => ({
  ...typed,
  [far.key]: { words, over: typed[far.key]?.over ?? versionOf(far) },
})

/** Somebody else's words that came in under what is typed here: shown beside it before it takes their place. */
export function cameMeanwhile(far: Explained, typed: Typed): Far['explanation'] {
  const own = typed[far.key]
  const is_other = own && far.explanation && own.over !== versionOf(far) && own.words.trim() !== far.explanation.words
  return is_other ? far.explanation : null
}

/** What is to be kept: whatever says something else than the words on the screen, over the version on the screen. */
export const toKeep = (figures: readonly Explained[], typed: Typed) =>
  figures.flatMap((far) => {
    const words = typed[far.key]?.words.trim()
    return words && words !== far.explanation?.words ? [{ key: far.key, version: versionOf(far), words }] : []
  })

import { normaliseName } from './identifiers.ts'

/** Words that many names share and that tell little about whose name it is. */
const WEAK_WORDS = new Set([
  'and',
  'of',
  'for',
  'in',
  'uk',
  'co',
  'company',
  'group',
  'holdings',
  'services',
  'gb',
  'united',
  'kingdom',
  'centre',
  'trust',
  'charity',
  'project',
  'association',
  'national',
])

const telling = (words: readonly string[]) => words.filter((word) => !WEAK_WORDS.has(word))
const numbersIn = (words: readonly string[]) =>
  words
    .filter((word) => /\d/.test(word))
    .toSorted()
    .join(' ')

function trigrams(words: readonly string[]): Set<string> {
  return new Set(
    words.flatMap((word) => Array.from({ length: word.length + 1 }, (_, at) => `  ${word} `.slice(at, at + 3))),
  )
}

function overlap(one: readonly string[], other: readonly string[]): number {
  const [a, b] = [trigrams(one), trigrams(other)]
  const shared = [...a].filter((piece) => b.has(piece)).length
  return a.size + b.size === 0 ? 0 : (2 * shared) / (a.size + b.size)
}

/**
 * How alike two names are written, from 0 to 1: the share of three-letter pieces that they have in common, in any
 * order. Weak words alike do not make strong words alike, and "Hotels (2)" is not nearly "Hotels (3)".
 */
export function likenessOf(one: string, other: string): number {
  const [a, b] = [normaliseName(one), normaliseName(other)]
  if (a === '' || b === '') return 0
  if (a.replaceAll(' ', '') === b.replaceAll(' ', '')) return 1
  const [words, others] = [a.split(' '), b.split(' ')]
  const core = overlap(telling(words), telling(others))
  if (core === 0) return 0
  const alike = Math.min(0.99, (overlap(words, others) + core) / 2)
  return numbersIn(words) === numbersIn(others) ? alike : alike * 0.6
}

/** Whether all telling words of the shorter name stand in the longer one: "Kinergy" in "Kinergy Bristol". */
export function isWithin(one: string, other: string): boolean {
  const sets = [one, other]
    .map((name) => new Set(telling(normaliseName(name).split(' '))))
    .toSorted((a, b) => a.size - b.size)
  const [short, long] = sets
  if (!short || !long || [...short].join('').length < 6) return false
  return [...short].every((word) => long.has(word))
}

/** Whether one is the other by its initials: "SARAC" and "Sexual Abuse and Rape Advice Centre (SARAC)". */
export function isInitialsOf(one: string, other: string): boolean {
  const [a, b] = [normaliseName(one).split(' '), normaliseName(other).split(' ')]
  const [short, long] = a.length < b.length ? [a, b] : [b, a]
  const [word = ''] = short
  if (short.length !== 1 || word.length < 3 || long.length < 3) return false
  const initials = (words: readonly string[]) => words.map((each) => each.charAt(0)).join('')
  const bracketed = [one, other].flatMap((name) =>
    [...name.matchAll(/\(([^)]+)\)/g)].map(([, inner = '']) => normaliseName(inner)),
  )
  return (
    bracketed.includes(word) ||
    initials(long) === word ||
    initials(long.filter((each) => each !== 'and' && each !== 'of')) === word
  )
}

/** A name without words in brackets: "Winston's Wish (a support programme)" is "Winston's Wish". Numbers in them tell. */
export const withoutBrackets = (name: string): string => name.replace(/\s*\([^)\d]*\)\s*/g, ' ').trim()

import type { Day } from '../day.ts'
import { readDay } from '../read-day.ts'

/** What to do next, and the day to do it when one was named. */
export type NextStep = { step: string; on?: Day }

/** A word for a day, a distance, or a date with slashes or a month's name. Never bare numbers: "renew 2 5". */
const A_DAY = [
  /^[a-z]{3,9}$/i,
  /^\+\d{1,3}[dw]?$/i,
  /^\d{1,2}\/\d{1,2}(?:\/(?:\d{4}|\d{2}))?$/,
  /^\d{4}-\d{2}-\d{2}$/,
  /^(?:[a-z]{3,9},? )?\d{1,2}(?:st|nd|rd|th)? ?[a-z]{3,9}\.?(?:,? ?(?:\d{4}|\d{2}))?$/i,
]

/** Words after which a day belongs to the step itself: "book the room for fri". */
const PART_OF_STEP = /\b(?:for|from|since|until|till|of|last|next|every|each|to|at|before|after|and|or|not)$/i

/**
 * Reads a next step in words: "chase quotes fri" is the step "chase quotes", on the coming Friday. A day in the past,
 * or one that may belong to the step, stays in the words.
 */
export function readNextStep(text: string, today: Day): NextStep {
  const step = text.trim().replace(/\s+/g, ' ')
  const words = step.replace(/[.,;!]+$/, '')
  for (const tail of tailsOf(words)) {
    const on = A_DAY.some((shape) => shape.test(tail)) ? readDay(tail, { today, prefer: 'future' }) : undefined
    if (on === undefined) continue
    const rest = words.slice(0, words.length - tail.length).trimEnd()
    if (on < today || PART_OF_STEP.test(rest)) return { step }
    return { step: rest.replace(/(?:^|[\s,]+)(?:on|by|due|this)$/i, '').replace(/[\s,;:–-]+$/, ''), on }
  }
  return { step }
}

/** The last four words, the last three, and so on: the longest day wins. */
function tailsOf(words: string): string[] {
  const all = words.split(' ')
  return [4, 3, 2, 1].filter((count) => count <= all.length).map((count) => all.slice(-count).join(' '))
}

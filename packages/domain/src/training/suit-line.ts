import type { Mode } from '../skills-reviews/plan-line.ts'
import {
  LEVEL_NAMES,
  type Level,
  SKILL_AREA_NAMES,
  type SkillArea,
  guessSkillArea,
} from '../skills-reviews/roles-and-skills.ts'

/** What a line of a training plan asks for. */
export type LineWanted = {
  need: string
  skill_area: SkillArea
  level: Level | null
  mode: Mode | null
  /** The course that was matched to it. */
  course_id: string | null
}

/** What a session offers. */
export type Offered = {
  course_id: string
  title: string
  level: Level | null
  is_online: boolean
  place: string | null
}

/** How well a session suits a line, 0 where it has nothing to do with it, and why, as sentences. */
export type Suit = { score: number; reasons: string[] }

/** Words that say nothing of what is learned. */
const EMPTY = new Set([
  'and',
  'for',
  'the',
  'with',
  'work',
  'working',
  'staff',
  'team',
  'people',
  'first',
  'steps',
  'basics',
  'level',
])

const wordsOf = (text: string): string[] =>
  [
    ...new Set(
      text
        .normalize('NFKC')
        .toLowerCase()
        .match(/[\p{L}\p{N}]{3,}/gu) ?? [],
    ),
  ].filter((word) => !EMPTY.has(word))

/** "Weld" and "welding" are one word, "art" and "artificial" are not. */
const isSameWord = (one: string, other: string): boolean => {
  const [short, long] = one.length <= other.length ? [one, other] : [other, one]
  return long === short || (short.length >= 4 && long.startsWith(short) && long.length - short.length <= 4)
}

const IN_A_ROOM: readonly (Mode | null)[] = ['classroom', 'day_release', 'blended']
const ON_A_SCREEN: readonly (Mode | null)[] = ['online_live', 'blended']

/** Whether a session would do for a line: by the course that was matched, the words of the need, its area, level and way. */
export function suitOf(line: LineWanted, { course_id, title, level, is_online, place }: Offered): Suit {
  const matched = line.course_id === course_id
  const words = wordsOf(title)
  const shared = wordsOf(line.need).filter((word) => words.some((other) => isSameWord(word, other)))
  const area = guessSkillArea(title)
  const same_area = area !== undefined && area === line.skill_area
  if (!matched && shared.length === 0 && !same_area) return { score: 0, reasons: [] }
  const same_level = level !== null && level === line.level
  const as_planned = (is_online && ON_A_SCREEN.includes(line.mode)) || (place !== null && IN_A_ROOM.includes(line.mode))
  const signs: [is: boolean, score: number, reason: string][] = [
    [matched, 100, 'The course of this line'],
    [shared.length > 0, 10 * shared.length, `About ${shared.join(', ')}`],
    [same_area, 6, SKILL_AREA_NAMES[line.skill_area]],
    [same_level, 4, level === null ? '' : LEVEL_NAMES[level]],
    [as_planned, 3, is_online && ON_A_SCREEN.includes(line.mode) ? 'Online, as planned' : 'In a room, as planned'],
  ]
  const met = signs.filter(([is]) => is)
  return { score: met.reduce((sum, [, score]) => sum + score, 0), reasons: met.map(([, , reason]) => reason) }
}

import type { DefinitionChange } from '@hubline/domain/indicators/change-definition.ts'

/** A change as it is typed: minutes are texts until they are read. */
export type Filled = Omit<DefinitionChange, 'ways' | 'minutes_at_least' | 'minutes_below'> & {
  ways: readonly FilledWay[]
  minutes_at_least: string
  minutes_below: string
}
export type FilledWay = Omit<DefinitionChange['ways'][number], 'minutes'> & { minutes: string }

const textOf = (minutes: number | null) => (minutes === null ? '' : String(minutes))

export const fillFrom = ({ ways, minutes_at_least, minutes_below, ...rest }: DefinitionChange): Filled => ({
  ...rest,
  ways: ways.map((way) => ({ ...way, minutes: textOf(way.minutes) })),
  minutes_at_least: textOf(minutes_at_least),
  minutes_below: textOf(minutes_below),
})

/** Whole minutes, or undefined where something else stands there; a blank is nought. */
const readMinutes = (text: string) => (/^\d{0,6}$/.test(text.trim()) ? Number(text.trim() || 0) : undefined)

/** The change that is meant, as its schema has it; a field's id where its minutes cannot be read. */
export function readFilled(
  { ways: filled, minutes_at_least, minutes_below, ...rest }: Filled,
  was: DefinitionChange,
): { change: DefinitionChange } | { field: string; sentence: string } {
  const wrong = (field: string) => ({ field, sentence: 'Write whole minutes, like 180' })
  const ways: DefinitionChange['ways'] = []
  for (const [at, { minutes, ...way }] of filled.entries()) {
    const least = readMinutes(minutes)
    if (least === undefined) return wrong(`minutes-${at}`)
    ways.push({ ...way, minutes: was.ways[at]?.minutes === null ? null : least })
  }
  const [from, below] = [readMinutes(minutes_at_least), readMinutes(minutes_below)]
  if (from === undefined) return wrong('minutes_at_least')
  if (below === undefined) return wrong('minutes_below')
  return {
    change: {
      ...rest,
      ways,
      minutes_at_least: was.minutes_at_least === null ? null : from,
      minutes_below: was.minutes_below === null ? null : below,
    },
  }
}

import type { SpokenOf, Way } from './language.ts'

/** A way with its conditions as plain lists, for code that treats all ways alike. */
export type PlainWay = {
  a: SpokenOf
  dated: string
  is: [field: string, values: readonly string[]][]
  is_not: [field: string, values: readonly string[]][]
  yes: readonly string[]
  at_least: [field: string, least: number][]
  blank_or_at_least: [field: string, least: number][]
  filled: readonly string[]
  noted_before: string | undefined
  while_not_trading: boolean
  first_contact: boolean
  of_programme: Way['of_programme']
  alongside_a_grant: boolean
  evidence: Way['evidence']
}

const entries = <T>(object: Readonly<Record<string, T | undefined>> | undefined): [string, T][] =>
  Object.entries(object ?? {}).flatMap(([key, value]) => (value === undefined ? [] : [[key, value] as [string, T]]))

export function plainWay(way: Way): PlainWay {
  return {
    a: way.a,
    dated: way.dated,
    is: entries<readonly string[]>(way.is),
    is_not: entries<readonly string[]>(way.is_not),
    yes: way.yes ?? [],
    at_least: entries<number>(way.at_least),
    blank_or_at_least: entries<number>(way.blank_or_at_least),
    filled: way.filled ?? [],
    noted_before: way.noted_before,
    while_not_trading: way.while_not_trading ?? false,
    first_contact: way.first_contact ?? false,
    of_programme: way.of_programme,
    alongside_a_grant: way.alongside_a_grant ?? false,
    evidence: way.evidence,
  }
}

import { type Counts, type Definition, PER } from './definition.ts'
import { exclusionReason, togetherReasons } from './exclusion-reasons.ts'
import { waysThatBringIn } from './in-words.ts'
import { plainWay } from './plain-way.ts'
import { LANGUAGE } from './language.ts'
import { rulesOf } from './rules.ts'

/** What a reader looks up of a definition beside its sentence. */
export type DefinitionParts = { excludes: string; deciding_date: string; counts_once: string; least_evidence: string }

const listed = (words: Iterable<string>) => [...new Set(words)].join('; ')

function onceInWords(counts: Counts): string {
  if ('mean' in counts) return 'each answer once'
  if ('sum' in counts) return 'each record once, where its primary claim stands'
  if ('each_in_its_first_year' in counts)
    return `each ${counts.each_in_its_first_year} once ever${'per' in counts ? ` for each ${counts.per}` : ''}, after merges`
  const unit = counts.each.replaceAll('_', ' ')
  const anonymous = 'or_anonymous' in counts ? '; each answer without a name once' : ''
  if ('per' in counts) return `each ${unit} once for each ${PER[counts.per]} in the year, after merges${anonymous}`
  return `each ${unit} once in the year, after merges${anonymous}`
}

/** The parts of a definition, made from the rules by which its figure is counted. */
export function definitionParts(definition: Definition): DefinitionParts {
  const ways = waysThatBringIn(definition).map(plainWay)
  const nouns = ways.map((way) => ({ way, noun: LANGUAGE[way.a].noun }))
  return {
    excludes: listed([
      'voided',
      ...ways.flatMap((way) => rulesOf(definition, way).rules.map((rule) => exclusionReason(rule, way))),
      ...togetherReasons(definition),
    ]),
    deciding_date: listed(
      nouns.map(({ way, noun }) => {
        const dates: Readonly<Record<string, string>> = LANGUAGE[way.a].dates
        return `${noun} ${dates[way.dated] ?? way.dated} (${way.dated})`
      }),
    ),
    counts_once: onceInWords(definition.counts),
    least_evidence: listed(
      nouns.map(({ way, noun }) => `${noun}: ${(way.evidence ?? 'no level asked for').replaceAll('_', ' ')}`),
    ),
  }
}

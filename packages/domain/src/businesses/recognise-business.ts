import { normaliseName } from './identifiers.ts'
import { type KnownBusiness, matchBusinesses } from './matching.ts'

/** A business that the hub knows; one that was merged is known by both names and called by the one that remains. */
export type BusinessKnownAs = KnownBusiness & { id: string; reference: string; called: string; town?: string | null }

/** Which business a written name may mean, the likeliest first. */
export type LikelyBusiness = {
  id: string
  reference: string
  name: string
  town: string | null
  score: number
  reason: string
}

export type RecognisedBusiness = { verdict: 'known' | 'maybe' | 'new'; candidates: LikelyBusiness[] }

const MOST_CANDIDATES = 5

/**
 * Which business a name in a list means: the only one of exactly that name, or the only one that it surely is. Where two
 * could be meant, or the name is only alike, a person decides.
 */
export function recogniseBusiness(described: KnownBusiness, alike: readonly BusinessKnownAs[]): RecognisedBusiness {
  const written = normaliseName(described.name)
  const isNamed = ({ name, trading_name }: KnownBusiness) =>
    [name, trading_name ?? ''].some((each) => normaliseName(each) === written)
  const judged = alike.flatMap((known) => {
    const { verdict, score, reason } = matchBusinesses(described, known)
    if (verdict === 'different') return []
    const { id, reference, called: name, town } = known
    return [
      {
        is_sure: verdict === 'same' || isNamed(known),
        likely: { id, reference, name, town: town ?? null, score, reason },
      },
    ]
  })
  const best = judged.toSorted(
    (a, b) => b.likely.score - a.likely.score || (a.likely.reference < b.likely.reference ? -1 : 1),
  )
  const once = best.filter(({ likely }, at) => best.findIndex((each) => each.likely.id === likely.id) === at)
  const [sure, other] = once.filter(({ is_sure }) => is_sure)
  if (sure && !other) return { verdict: 'known', candidates: [sure.likely] }
  const candidates = once.map(({ likely }) => likely).slice(0, MOST_CANDIDATES)
  return { verdict: candidates.length > 0 ? 'maybe' : 'new', candidates }
}

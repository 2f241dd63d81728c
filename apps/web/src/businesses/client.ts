import type { RelationshipState } from '@hubline/domain/businesses/relationship.ts'
import type { Tone } from '../ui/tag.tsx'

/** A business or a person: nearly everything about one can be said of the other. */
export type Client = { kind: 'business' | 'person'; id: string; reference: string; name: string }

export const STATE_TONES: Readonly<Record<RelationshipState, Tone>> = { new: 'info', current: 'ok', lapsed: 'warn' }

/** Where the page of a client is. */
export function addressOf({ kind, reference }: Pick<Client, 'kind' | 'reference'>): string {
  return `/${kind === 'business' ? 'b' : 'p'}/${encodeURIComponent(reference)}`
}

import { districtName } from '@hubline/domain/businesses/districts.ts'
import { RELATIONSHIP_NAMES } from '@hubline/domain/businesses/relationship.ts'
import type { inferOutput } from '@trpc/tanstack-react-query'
import { queryClient, trpc } from '../api.ts'
import type { FinderOption } from '../ui/finder-state.ts'
import { addressOf, type Client, STATE_TONES } from './client.ts'
import { reasonOf } from './match-reason.ts'

export type Hit = inferOutput<typeof trpc.find.find>['hits'][number]
export type FoundClient = FinderOption & { client: Client; href: string }

type Wanted = { kinds?: ('business' | 'person')[]; limit?: number }

/** What answers to a name, a number, a postcode, a phone or an e-mail address. */
export function askClients(text: string, { kinds, limit = 8 }: Wanted = {}) {
  return trpc.find.find.queryOptions({ text, limit, ...(kinds && { kinds }) })
}

/** For a Finder. A client merged into another leads to the one that remains. */
export async function findClients(text: string, wanted: Wanted = {}): Promise<readonly FoundClient[]> {
  if (text === '') return []
  const { hits } = await queryClient.fetchQuery(askClients(text, wanted))
  return hits.map(asOption)
}

export function asOption(hit: Hit): FoundClient {
  const { kind, id, reference, name, merged_into, relationship_state } = hit
  return {
    id,
    name,
    detail: [reference, hit.business, hit.town ?? (hit.district_code && districtName(hit.district_code))]
      .filter(Boolean)
      .join(' · '),
    reason: merged_into ? `now part of ${merged_into.name}` : reasonOf(hit.why, name),
    tag: merged_into
      ? { words: 'Merged', tone: 'plain' }
      : { words: RELATIONSHIP_NAMES[relationship_state], tone: STATE_TONES[relationship_state] },
    icon: kind === 'business' ? 'building' : 'person',
    client: { kind, id, reference, name },
    href: addressOf({ kind, reference: merged_into?.reference ?? reference }),
  }
}

export function plainOption(client: Client, detail?: string): FoundClient {
  return {
    id: client.id,
    name: client.name,
    detail: [client.reference, detail].filter(Boolean).join(' · '),
    icon: client.kind === 'business' ? 'building' : 'person',
    client,
    href: addressOf(client),
  }
}

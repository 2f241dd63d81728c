import type { Client } from '../businesses/client.ts'
import { ClientLink } from '../businesses/client-link.tsx'
import { Icon } from '../ui/icon.tsx'
import '../businesses/client-page.css'
import type { Side } from './compare-fields.tsx'

/** Said instead of a comparison where one of the two is part of a record already, or void: there is nothing to decide. */
export function MergedAlready({ kind, sides }: { kind: Client['kind']; sides: readonly Side[] }) {
  return (
    <div role="status" className="stack">
      {sides.map(({ id, name, reference, part_of, is_void }) =>
        part_of !== null ? (
          <p key={id} className="client-notice">
            <Icon name="swap" />
            <span>
              {name}, {reference}, is part of <ClientLink client={{ kind, reference: part_of }}>{part_of}</ClientLink>{' '}
              now. The merge can be undone on that page.
            </span>
          </p>
        ) : is_void ? (
          <p key={id} className="client-notice bad">
            <Icon name="warning" />
            <span>
              <ClientLink client={{ kind, reference }}>
                {name}, {reference}
              </ClientLink>{' '}
              is void: it counts nowhere and is not merged.
            </span>
          </p>
        ) : null,
      )}
    </div>
  )
}

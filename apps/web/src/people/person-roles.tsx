import { type Day, showDay } from '@hubline/domain/day.ts'
import type { inferOutput } from '@trpc/tanstack-react-query'
import { lazy, Suspense, useState } from 'react'
import type { trpc } from '../api.ts'
import type { Client } from '../businesses/client.ts'
import { ClientLink } from '../businesses/client-link.tsx'
import { useMay } from '../staff/me.ts'
import { Button } from '../ui/button.tsx'
import { Panel } from '../ui/panel.tsx'
import { Tag } from '../ui/tag.tsx'
import { EndRole } from './end-role.tsx'
import '../ui/line-list.css'

const LinkPersonSheet = lazy(() =>
  import('./link-person-sheet.tsx').then((module) => ({ default: module.LinkPersonSheet })),
)

type Role = inferOutput<typeof trpc.people.page>['roles'][number]

/** Where a person works, and where they worked. */
export function PersonRoles({ client, roles }: { client: Client; roles: readonly Role[] }) {
  const mayChange = useMay('client:change')
  const [linking, setLinking] = useState(false)
  const add = mayChange && (
    <Button size="small" icon="plus" onClick={() => setLinking(true)}>
      Add a business
    </Button>
  )
  return (
    <Panel title="Businesses" actions={add}>
      {roles.length === 0 && <p className="quiet">Linked with no business.</p>}
      {roles.length > 0 && (
        <ul role="list" className="line-list">
          {roles.map((role) => (
            <li key={role.role_id} className="person-line">
              <div>
                <ClientLink client={{ kind: 'business', reference: role.business.reference }}>
                  {role.business.name}
                </ClientLink>{' '}
                {role.is_main && role.to_on === null && <Tag tone="brand">Main contact</Tag>}
                <span className="cell-note">{wordsOf(role)}</span>
              </div>
              {mayChange && role.to_on === null && <EndRole role={role} who={client.name} where={role.business.name} />}
            </li>
          ))}
        </ul>
      )}
      {linking && (
        <Suspense fallback={null}>
          <LinkPersonSheet person={client} onClose={() => setLinking(false)} />
        </Suspense>
      )}
    </Panel>
  )
}

function wordsOf({ job_title, from_on, to_on }: Role): string {
  return [job_title, from_on && `from ${showDay(from_on as Day)}`, to_on && `until ${showDay(to_on as Day)}`]
    .filter(Boolean)
    .join(', ')
}

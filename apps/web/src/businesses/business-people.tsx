import { type Day, showDay } from '@hubline/domain/day.ts'
import type { inferOutput } from '@trpc/tanstack-react-query'
import { lazy, Suspense, useState } from 'react'
import type { trpc } from '../api.ts'
import { EndRole } from '../people/end-role.tsx'
import { useMay } from '../staff/me.ts'
import { Button } from '../ui/button.tsx'
import { Panel } from '../ui/panel.tsx'
import { Tag } from '../ui/tag.tsx'
import type { Client } from './client.ts'
import { ClientLink } from './client-link.tsx'
import '../ui/line-list.css'

const LinkPersonSheet = lazy(() =>
  import('../people/link-person-sheet.tsx').then((module) => ({ default: module.LinkPersonSheet })),
)

type Role = inferOutput<typeof trpc.businesses.page>['people'][number]

/** Who works, and who worked, at a business. */
export function BusinessPeople({ client, people }: { client: Client; people: readonly Role[] }) {
  const mayChange = useMay('client:change')
  const [linking, setLinking] = useState(false)
  const now = people.filter(({ to_on }) => to_on === null)
  const before = people.filter(({ to_on }) => to_on !== null)
  const add = mayChange && (
    <Button size="small" icon="plus" onClick={() => setLinking(true)}>
      Add a person
    </Button>
  )
  return (
    <Panel title="People" actions={add}>
      {now.length === 0 && <p className="quiet">Nobody is linked.</p>}
      <PeopleList roles={now} mayChange={mayChange} business={client.name} />
      {before.length > 0 && (
        <details>
          <summary>{before.length === 1 ? '1 person who left' : `${before.length} people who left`}</summary>
          <PeopleList roles={before} mayChange={false} business={client.name} />
        </details>
      )}
      {linking && (
        <Suspense fallback={null}>
          <LinkPersonSheet business={client} onClose={() => setLinking(false)} />
        </Suspense>
      )}
    </Panel>
  )
}

function PeopleList({ roles, mayChange, business }: { roles: readonly Role[]; mayChange: boolean; business: string }) {
  if (roles.length === 0) return null
  return (
    <ul role="list" className="line-list">
      {roles.map((role) => (
        <li key={role.role_id} className="person-line">
          <div>
            <ClientLink client={{ kind: 'person', reference: role.reference }}>{role.name}</ClientLink>{' '}
            {role.is_main && <Tag tone="brand">Main</Tag>}
            <span className="cell-note">
              {[role.job_title, role.to_on && `until ${showDay(role.to_on as Day)}`].filter(Boolean).join(', ')}
            </span>
            {role.phone && (
              <a href={`tel:${role.phone.replaceAll(/[^\d+]/g, '')}`} className="small figures">
                {role.phone}
              </a>
            )}
            {role.phone && role.email && ' · '}
            {role.email && (
              <a href={`mailto:${role.email}`} className="small">
                {role.email}
              </a>
            )}
          </div>
          {mayChange && <EndRole role={role} who={role.name} where={business} />}
        </li>
      ))}
    </ul>
  )
}

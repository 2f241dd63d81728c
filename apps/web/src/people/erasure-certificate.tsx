import { ERASURE_REASON_NAMES } from '@hubline/domain/people/erase-person.ts'
import type { inferOutput } from '@trpc/tanstack-react-query'
import type { trpc } from '../api.ts'
import { showInstant } from '../records/show-value.ts'
import { Facts } from '../ui/facts.tsx'
import { Panel } from '../ui/panel.tsx'

type Certificate = NonNullable<inferOutput<typeof trpc.people.page>['erasure']>

/** That a person was erased: when, by whom, why and how much went, without a word about them. */
export function ErasureCertificate({ erasure }: { erasure: Certificate }) {
  const { number, reason, erased_at, erased_by_name, went, hash } = erasure
  const records = went.reduce((sum, [, count]) => sum + count, 0)
  const former = went.reduce((sum, [, , count]) => sum + count, 0)
  return (
    <Panel title={`Erased: certificate ${number}`}>
      <Facts
        facts={[
          { title: 'When', value: showInstant(erased_at) },
          { title: 'By', value: erased_by_name },
          { title: 'Why', value: ERASURE_REASON_NAMES[reason] },
          {
            title: 'Looked through',
            value: `${records} records and ${former} former versions of ${went.length} kinds`,
          },
          { title: 'Fingerprint', value: <code>{hash.slice(0, 16)}</code> },
        ]}
      />
    </Panel>
  )
}

import { showDay } from '@hubline/domain/day.ts'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useState } from 'react'
import { trpc } from '../api.ts'
import { RecordLink } from '../records/record-link.tsx'
import { PageError } from '../shell/page-states.tsx'
import { Page } from '../shell/page.tsx'
import { useMe } from '../staff/me.ts'
import { Button } from '../ui/button.tsx'
import { type Fact, Facts } from '../ui/facts.tsx'
import { Panel } from '../ui/panel.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { Tag } from '../ui/tag.tsx'
import './partners-page.css'
import type { PartnerReturn } from './partner-return.ts'
import { ReturnRows } from './return-rows.tsx'
import { RETURN_STATES } from './return-states.ts'
import { TakeIn } from './take-in.tsx'
import { WithdrawDialog } from './withdraw-dialog.tsx'

const route = getRouteApi('/hub/year/$year/partners/$reference')

/** One return of a partner: the file, every row with what came of it, and the number that stands in no list. */
export function ReturnPage() {
  const { year, reference } = route.useParams()
  const { show } = route.useSearch()
  const { hub } = useMe()
  const [leaving, setLeaving] = useState(false)
  const { data, error, refetch } = useQuery(trpc.partners.return.queryOptions({ reference }))
  if (!data && error) return <PageError error={error} reset={() => void refetch()} />
  if (!data) return <Skeleton lines={8} height="50vh" />
  const { received, rows } = data
  const { words, tone } = RETURN_STATES[received.state]
  return (
    <Page
      title={`${reference} of ${received.partner}`}
      hub={hub.name}
      note={
        <Link to="/year/$year/partners" params={{ year }}>
          Partner returns of {year}
        </Link>
      }
    >
      <Panel
        title="The return"
        actions={
          received.state !== 'withdrawn' && (
            <Button look="quiet" size="small" onClick={() => setLeaving(true)}>
              Withdraw
            </Button>
          )
        }
      >
        <p className="cluster">
          <Tag tone={tone}>{words}</Tag>
        </p>
        <Facts facts={factsOf(received)} />
      </Panel>
      {rows.length > 0 && <ReturnRows rows={rows} show={show} state={received.state} />}
      <WithoutNames received={received} />
      {received.state === 'received' && <TakeIn received={received} rows={rows} />}
      {leaving && <WithdrawDialog received={received} onClose={() => setLeaving(false)} />}
    </Page>
  )
}

function factsOf(received: PartnerReturn): Fact[] {
  const { received_on, received_by, taken_on, taken_by, file_name, sheet, sha256 } = received
  const { withdrawn_on, withdrawn_by, withdrawn_because } = received
  return [
    { title: 'Received', value: `${showDay(received_on)} by ${received_by}` },
    ...(taken_on ? [{ title: 'Taken in', value: `${showDay(taken_on)} by ${taken_by}` }] : []),
    { title: 'List', value: file_name === null ? 'Pasted' : [file_name, sheet].filter(Boolean).join(', sheet ') },
    {
      title: file_name === null ? 'SHA-256 of the text' : 'SHA-256 of the file',
      value: <code className="wrap">{sha256}</code>,
    },
    ...(withdrawn_on
      ? [
          {
            title: 'Withdrawn',
            value: `${showDay(withdrawn_on)} by ${withdrawn_by}: ${withdrawn_because}`,
          },
        ]
      : []),
  ]
}

/** It may hold the same businesses as the list: beside every figure, in none. */
function WithoutNames({ received: { without_names, total_reference } }: { received: PartnerReturn }) {
  if (without_names === null || total_reference === null) return null
  return (
    <Panel title="Without names">
      <p>
        <RecordLink kind="partner_total" reference={total_reference}>
          {without_names.toLocaleString('en-GB')} more businesses
        </RecordLink>
        , which stand beside the figure and in no list of one: nobody can tell whether they are counted already.
      </p>
    </Panel>
  )
}

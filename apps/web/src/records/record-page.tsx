import { isProven } from '@hubline/domain/documents/attach-document.ts'
import { yearOf } from '@hubline/domain/years/year.ts'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Navigate } from '@tanstack/react-router'
import { useState } from 'react'
import { trpc } from '../api.ts'
import { QualityLines } from '../data-quality/quality-lines.tsx'
import { DocumentsOf } from '../documents/documents-of.tsx'
import { WhyCounted } from '../indicators/why-counted.tsx'
import { PageError } from '../shell/page-states.tsx'
import { Page } from '../shell/page.tsx'
import { useMay, useMe } from '../staff/me.ts'
import { Button } from '../ui/button.tsx'
import { Panel } from '../ui/panel.tsx'
import { ReviewPages } from '../skills-reviews/review-pages.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { useToday } from '../ui/use-today.ts'
import { HistoryList } from './history-list.tsx'
import { RecordClients } from './record-clients.tsx'
import { RecordFacts } from './record-facts.tsx'
import type { RecordAsked, RecordShown } from './record.ts'
import './record-page.css'
import { showInstant } from './show-value.ts'
import { VoidRecordDialog } from './void-record-dialog.tsx'

const route = getRouteApi('/hub/r/$kind/$reference')

/** Any record by its reference: its facts, whom it is about, and who changed it. */
export function RecordPage() {
  const { kind, reference } = route.useParams()
  const has_page = useMay('client:read')
  if (has_page && kind === 'business') return <Navigate to="/b/$reference" params={{ reference }} replace />
  if (has_page && kind === 'person') return <Navigate to="/p/$reference" params={{ reference }} replace />
  // Which kinds there are is the server's to say: it answers an unknown one with a sentence.
  return <AnyRecord asked={{ kind: kind as RecordAsked['kind'], reference }} />
}

function AnyRecord({ asked }: { asked: RecordAsked }) {
  const { hub } = useMe()
  const { data: record, error, refetch } = useQuery(trpc.records.page.queryOptions(asked))
  if (!record && error) return <PageError error={error} reset={() => void refetch()} />
  return (
    <Page
      title={record ? titleOf(record) : asked.reference}
      hub={hub.name}
      note={record && <RecordClients record={record} />}
      actions={
        record && (
          <>
            {record.kind === 'skills_review' && <ReviewPages reference={record.reference} />}
            <VoidButton record={record} />
          </>
        )
      }
    >
      {record?.voided && <VoidNotice voided={record.voided} />}
      {record && !record.voided && <QualityLines kind={record.kind} id={record.id} />}
      <div className="record-columns">
        <Panel title="Facts">
          {record ? <RecordFacts fields={record.fields} /> : <Skeleton lines={8} height="40vh" />}
        </Panel>
        <div className="record-side">
          {record && <Counts record={record} />}
          {record && isProven(record.kind) && (
            <DocumentsOf of={{ kind: record.kind, record_id: record.id }} is_void={record.voided !== null} />
          )}
          <History asked={asked} />
        </div>
      </div>
    </Page>
  )
}

/** Why an outcome or a project counts, in the year that it was asked for. */
function Counts({ record: { kind, id } }: { record: RecordShown }) {
  const { year } = route.useSearch()
  const today = useToday()
  const may_read = useMay('figures:read')
  if (!may_read || (kind !== 'outcome' && kind !== 'capital_project')) return null
  return <WhyCounted of={{ kind, id }} current={yearOf(today)} asked={year} />
}

/** "Interaction I-2122-00417"; a record with a name of its own is called by it. */
function titleOf({ noun, title, reference }: RecordShown): string {
  const called = noun.charAt(0).toUpperCase() + noun.slice(1)
  return title === reference ? `${called} ${reference}` : title
}

function History({ asked }: { asked: RecordAsked }) {
  const may_read = useMay('history:read')
  const { data, error } = useQuery(trpc.records.history.queryOptions(asked, { enabled: may_read }))
  if (!may_read) return null
  return (
    <Panel title="History">
      {data ? (
        <HistoryList versions={data.versions} />
      ) : error ? (
        <p>The history could not be read. Reload the page to try again.</p>
      ) : (
        <Skeleton lines={3} height="80px" />
      )}
    </Panel>
  )
}

function VoidNotice({ voided: { at, by, reason } }: { voided: NonNullable<RecordShown['voided']> }) {
  return (
    <p className="void-notice">
      <b>Voided</b> {by && `by ${by} `}on {showInstant(at)}: {reason}. It counts in no figure.
    </p>
  )
}

/** A hub's own record and those of its advisers are never voided. */
const LASTING: readonly string[] = ['hub', 'adviser']

function VoidButton({ record }: { record: RecordShown }) {
  const may = useMay('record:void')
  const [open, setOpen] = useState(false)
  if (!may || record.voided || LASTING.includes(record.kind)) return null
  return (
    <>
      <Button look="danger" icon="remove" onClick={() => setOpen(true)}>
        Void
      </Button>
      {open && <VoidRecordDialog record={record} onClose={() => setOpen(false)} />}
    </>
  )
}

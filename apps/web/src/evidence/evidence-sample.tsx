import { DrawSample, SAMPLE_SIZE } from '@hubline/domain/evidence/check-evidence.ts'
import { useMutation, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { inferOutput } from '@trpc/tanstack-react-query'
import { useState } from 'react'
import { queryClient, trpc } from '../api.ts'
import { newId } from '../new-id.ts'
import { useMay } from '../staff/me.ts'
import { Button } from '../ui/button.tsx'
import { type Column, DataTable } from '../ui/data-table.tsx'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { Panel } from '../ui/panel.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { Tag } from '../ui/tag.tsx'
import { TextField } from '../ui/text-field.tsx'
import { toast } from '../ui/toast.tsx'
import { useHeadingNext } from '../ui/use-heading-next.ts'
import { useRecordForm } from '../ui/use-record-form.ts'
import { showInstantDay } from '../years/standing.ts'
import { AuditPackDownload } from './audit-pack-download.tsx'
import './evidence.css'

type Sample = NonNullable<inferOutput<typeof trpc.evidence.sample>>
type Version = { year: string; version: number }
type Row = Sample['figures'][number] & Version

/** Whose evidence was looked at behind the headlines of a signed-off version, and what of it was missing. */
export function EvidenceSample({ year, version }: Version) {
  const may_draw = useMay('year:close')
  const { data } = useQuery(trpc.evidence.sample.queryOptions({ year, version }))
  return (
    <>
      <Panel title="Evidence sample" className={data ? undefined : 'no-print'}>
        {data === undefined ? (
          <Skeleton lines={3} height="8em" />
        ) : data ? (
          <Drawn sample={data} {...{ year, version }} />
        ) : may_draw ? (
          <Draw {...{ year, version }} />
        ) : (
          <p>No sample of version {version} was drawn yet. A manager draws it.</p>
        )}
      </Panel>
      {data && <AuditPackDownload {...{ year, version }} />}
    </>
  )
}

function Draw({ year, version }: Version) {
  const [request_id] = useState(newId)
  const [seed] = useState(() => String(crypto.getRandomValues(new Uint32Array(1))[0]))
  useHeadingNext(() => document.querySelector<HTMLElement>('.evidence-draw a'))
  const drawing = useMutation(trpc.evidence.draw.mutationOptions())
  const form = useRecordForm(DrawSample, { request_id, year, version, seed })
  const draw = form.onSubmit(async (read) => {
    await drawing.mutateAsync(read)
    await queryClient.invalidateQueries({ queryKey: trpc.evidence.pathKey() })
    toast('The sample is drawn')
  })
  return (
    <form className="evidence-draw" noValidate onSubmit={(event) => void draw(event)}>
      <ErrorSummary problems={form.problems} attempt={form.attempt} />
      <p>
        Up to {SAMPLE_SIZE} of each headline, from the signed-off list: ask for their evidence as an auditor would. A
        version is sampled once.
      </p>
      <TextField
        label="Seed"
        hint="Any word or number. The same seed always draws the same records, so that anyone can check that nobody chose them"
        {...form.register('seed')}
      />
      <div className="cluster">
        <Button type="submit" look="filled" busy={form.saving ? 'Drawing' : undefined}>
          Draw the sample
        </Button>
      </div>
    </form>
  )
}

function Drawn({ sample: { seed, drawn_at, drawn_by, figures }, ...version }: { sample: Sample } & Version) {
  return (
    <div className="evidence-draw">
      <p>
        Drawn on {showInstantDay(drawn_at)} by {drawn_by}, seed <b className="figures">{seed}</b>
      </p>
      {figures.length === 0 ? (
        <p>No headline had anything in its list, so nothing was drawn.</p>
      ) : (
        <DataTable
          caption={`Evidence sample of ${version.year}, version ${version.version}`}
          columns={COLUMNS}
          rows={figures.map((figure): Row => ({ ...figure, ...version }))}
          keyOf={({ key }) => key}
        />
      )}
    </div>
  )
}

const COLUMNS: readonly Column<Row>[] = [
  {
    key: 'title',
    title: 'Figure',
    phone: 'title',
    cell: ({ key, title, year, version }) => (
      <Link to="/year/$year/evidence/$version/$key" params={{ year, version: String(version), key }}>
        {title}
      </Link>
    ),
  },
  {
    key: 'seen',
    title: 'Seen',
    align: 'end',
    phone: 'corner',
    cell: ({ seen, sampled }) => (
      <span className="figures">
        {seen} of {sampled}
      </span>
    ),
  },
  { key: 'state', title: 'Result', phone: 'line', cell: (row) => <Result {...row} /> },
]

function Result({ sampled, seen, missing, not_acceptable }: Row) {
  const to_see = sampled - seen - missing - not_acceptable
  return (
    <span className="cluster">
      {missing > 0 && <Tag tone="bad">{missing} missing</Tag>}
      {not_acceptable > 0 && <Tag tone="bad">{not_acceptable} not acceptable</Tag>}
      {to_see > 0 && <Tag tone="warn">{to_see} to look at</Tag>}
      {seen === sampled && <Tag tone="ok">All seen</Tag>}
    </span>
  )
}

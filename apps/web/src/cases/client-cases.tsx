import { CASE_STATUS_NAMES, movesFrom } from '@hubline/domain/cases/stages.ts'
import { type Day, showDay } from '@hubline/domain/day.ts'
import type { inferOutput } from '@trpc/tanstack-react-query'
import { lazy, Suspense, useState } from 'react'
import type { trpc } from '../api.ts'
import type { Client } from '../businesses/client.ts'
import { RecordLink } from '../records/record-link.tsx'
import { useMay } from '../staff/me.ts'
import { Button } from '../ui/button.tsx'
import { Menu } from '../ui/menu.tsx'
import { Panel } from '../ui/panel.tsx'
import { useShortcut } from '../ui/shortcuts.ts'
import { Tag } from '../ui/tag.tsx'
import { CASE_KIND_NAMES, STATUS_TONES } from './case-words.ts'
import './client-cases.css'
import { CloseCaseDialog } from './close-case-dialog.tsx'
import { NextStep } from './next-step.tsx'
import { useMoveCase } from './use-move-case.ts'
import '../ui/line-list.css'

const OpenCaseSheet = lazy(() => import('./open-case-sheet.tsx').then((module) => ({ default: module.OpenCaseSheet })))

export type OpenCaseLine = inferOutput<typeof trpc.businesses.page>['cases'][number]
type Props = { client: Client; cases: readonly OpenCaseLine[]; today: Day }

/** The open cases of a client: what is planned on each, and how each stands. */
export function ClientCases({ client, cases, today }: Props) {
  const mayPlan = useMay('case:plan')
  const [opening, setOpening] = useState(false)
  useShortcut({
    keys: 'n',
    words: 'Set next step',
    where: 'Record',
    run: () => document.querySelector<HTMLElement>('[data-next-step]')?.click(),
  })
  const open = mayPlan && (
    <Button size="small" icon="plus" onClick={() => setOpening(true)}>
      Open a case
    </Button>
  )
  return (
    <Panel title="Open cases" className="client-cases" actions={open}>
      {cases.length === 0 && <p className="quiet">No open case.</p>}
      {cases.length > 0 && (
        <ul role="list" className="line-list">
          {cases.map((line) => (
            <li key={line.id}>
              <CaseLine line={line} client={client} today={today} />
            </li>
          ))}
        </ul>
      )}
      {opening && (
        <Suspense fallback={null}>
          <OpenCaseSheet client={client} today={today} onClose={() => setOpening(false)} />
        </Suspense>
      )}
    </Panel>
  )
}

function CaseLine({ line, client, today }: { line: OpenCaseLine; client: Client; today: Day }) {
  const { kind, reference, status, owner, programme, opened_on } = line
  const of = `${client.name}, ${reference}`
  return (
    <div className="case-line">
      <div>
        <RecordLink kind="case" reference={reference}>
          {CASE_KIND_NAMES[kind]} case
        </RecordLink>{' '}
        <Tag tone={STATUS_TONES[status]}>{CASE_STATUS_NAMES[status]}</Tag>
        <span className="cell-note figures">
          {[reference, owner ?? 'no adviser', programme, `opened ${showDay(opened_on)}`].filter(Boolean).join(' · ')}
        </span>
      </div>
      <NextStep planned={line} client={of} today={today} />
      <StatusMenu line={line} client={client} today={today} />
    </div>
  )
}

function StatusMenu({ line, client, today }: { line: OpenCaseLine; client: Client; today: Day }) {
  const [closing, setClosing] = useState(false)
  const move = useMoveCase(line, client.name)
  if (!useMay('case:plan')) return null
  const items = movesFrom(line.status).map((status) => ({
    id: status,
    words: CASE_STATUS_NAMES[status],
    run: () => (status === 'closed' ? setClosing(true) : void move(status)),
  }))
  return (
    <>
      <Menu label={`Change the status of ${line.reference}`} groups={[{ title: 'Change status to', items }]} />
      {closing && (
        <CloseCaseDialog planned={line} client={client.name} today={today} onClose={() => setClosing(false)} />
      )}
    </>
  )
}

import { CASE_STATUS_NAMES, movesFrom } from '@hubline/domain/cases/stages.ts'
import type { Day } from '@hubline/domain/day.ts'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useLog } from '../shell/log.tsx'
import { useMay } from '../staff/me.ts'
import { Menu } from '../ui/menu.tsx'
import type { MenuGroup } from '../ui/menu-choices.ts'
import type { CaseloadRow } from './caseload-row.ts'
import { CloseCaseDialog } from './close-case-dialog.tsx'
import { useMoveCase } from './use-move-case.ts'

/** What can be done with one case of the list, also for those who use no keys. */
export function CaseMenu({ row, today }: { row: CaseloadRow; today: Day }) {
  const { log } = useLog()
  const navigate = useNavigate()
  const mayPlan = useMay('case:plan')
  const [closing, setClosing] = useState(false)
  const move = useMoveCase(row, row.client.name)
  const moves = movesFrom(row.status).map((status) => ({
    id: status,
    words: CASE_STATUS_NAMES[status],
    run: () => (status === 'closed' ? setClosing(true) : void move(status)),
  }))
  const groups: MenuGroup[] = [
    {
      items: [
        { id: 'log', words: 'Log interaction', icon: 'plus', run: () => log(row.client) },
        { id: 'step', words: 'Set next step', icon: 'edit', keys: 'n', run: () => setTimeout(() => openStep(row.id)) },
        {
          id: 'case',
          words: `Open case ${row.reference}`,
          icon: 'note',
          run: () => void navigate({ href: `/r/case/${encodeURIComponent(row.reference)}` }),
        },
      ],
    },
    ...(mayPlan ? [{ title: 'Status', items: moves }] : []),
  ]
  return (
    <>
      <Menu label={`More for ${row.client.name}`} groups={groups} />
      {closing && (
        <CloseCaseDialog planned={row} client={row.client.name} today={today} onClose={() => setClosing(false)} />
      )}
    </>
  )
}

/** The box stands in another cell of the row; its button is the way in. */
export function openStep(id: string): void {
  document.querySelector<HTMLElement>(`[data-next-step="${id}"]`)?.click()
}

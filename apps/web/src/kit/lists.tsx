import { HoursBar, DueBar } from '../ui/bars.tsx'
import { ButtonLink } from '../ui/button.tsx'
import { type Column, DataTable } from '../ui/data-table.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { FilterChips } from '../ui/filter-chips.tsx'
import { Menu } from '../ui/menu.tsx'
import { Pager } from '../ui/pager.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { Tag, type Tone } from '../ui/tag.tsx'
import { toast } from '../ui/toast.tsx'
import { ViewTabs } from '../ui/view-tabs.tsx'
import { type Firm, FIRMS } from './firms.ts'

const TONES: Readonly<Record<Firm['stage'], Tone>> = {
  Open: 'info',
  Diagnosed: 'info',
  'Plan agreed': 'brand',
  'In delivery': 'ok',
  Dormant: 'plain',
}

const COLUMNS: readonly Column<Firm>[] = [
  {
    key: 'name',
    title: 'Business',
    sort: 'name',
    phone: 'title',
    cell: (firm) => (
      <>
        <a href={`#${firm.reference}`}>{firm.name}</a>
        <span className="cell-note">
          {firm.contact} · {firm.reference}
        </span>
      </>
    ),
  },
  { key: 'stage', title: 'Stage', phone: 'corner', cell: (firm) => <Tag tone={TONES[firm.stage]}>{firm.stage}</Tag> },
  {
    key: 'step',
    title: 'Next step',
    sort: 'due_on',
    phone: 'line',
    cell: (firm) => <DueBar step={firm.step} due={firm.due} state={firm.state} />,
  },
  { key: 'last', title: 'Last contact', sort: 'last_on', phone: 'hide', cell: (firm) => firm.last },
  {
    key: 'hours',
    title: 'Hours 2025-26',
    sort: 'minutes',
    cell: (firm) => <HoursBar minutes={firm.minutes} year="2025-26" />,
  },
  { key: 'district', title: 'District', phone: 'hide', cell: (firm) => firm.district },
  {
    key: 'more',
    title: 'More',
    align: 'end',
    phone: 'hide',
    width: '52px',
    cell: (firm) => (
      <Menu
        label={`More for ${firm.name}`}
        groups={[
          {
            items: [{ id: 'log', words: 'Log', icon: 'plus', keys: 'l', run: () => toast(`Logged with ${firm.name}`) }],
          },
        ]}
      />
    ),
  },
]

export function Lists() {
  return (
    <>
      <h2>Lists</h2>
      <ViewTabs
        label="Views"
        current="mine"
        views={[
          { key: 'mine', words: 'All mine', count: 60, change: { view: undefined } },
          { key: 'overdue', words: 'Overdue', count: 2, change: { view: 'overdue' } },
          { key: 'near', words: 'Near 12 hours', count: 9, change: { view: 'near' } },
        ]}
      />
      <FilterChips
        chips={[
          { key: 'adviser', words: 'Adviser is', value: 'Me', without: { adviser: undefined } },
          { key: 'last', words: 'Contact in last', value: '6 months', without: { last: undefined } },
        ]}
      />
      <DataTable
        caption="My cases"
        columns={COLUMNS}
        rows={FIRMS}
        keyOf={(firm) => firm.reference}
        groupOf={(firm) => firm.group}
        sort="due_on"
        chosen="B-4156"
      />
      <Pager words="1 to 7 of 60 cases" next="B-4121" />
      <EmptyState sentence="No cases yet. Find a business to start.">
        <ButtonLink to="/sign-in">Find a business</ButtonLink>
      </EmptyState>
      <Skeleton lines={3} />
    </>
  )
}

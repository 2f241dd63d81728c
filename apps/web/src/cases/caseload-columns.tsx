import { districtName } from '@hubline/domain/businesses/districts.ts'
import { CASE_STATUS_NAMES } from '@hubline/domain/cases/stages.ts'
import { type Day, showDay } from '@hubline/domain/day.ts'
import { yearOf } from '@hubline/domain/years/year.ts'
import { ClientLink } from '../businesses/client-link.tsx'
import { HoursBar } from '../ui/bars.tsx'
import type { Column } from '../ui/data-table.tsx'
import { Tag } from '../ui/tag.tsx'
import { CASE_KIND_NAMES, STATUS_TONES } from './case-words.ts'
import { CaseMenu } from './case-menu.tsx'
import type { CaseloadRow } from './caseload-row.ts'
import { sinceWords } from './due-words.ts'
import { NextStep } from './next-step.tsx'

/** Made once for each day: rows are drawn anew when it changes. */
export function caseloadColumns(today: Day, { withOwner }: { withOwner: boolean }): readonly Column<CaseloadRow>[] {
  const year = yearOf(today)
  return [
    { key: 'client', title: 'Client', sort: 'name', phone: 'title', width: '21%', cell: clientCell },
    {
      key: 'status',
      title: 'Status',
      phone: 'corner',
      cell: (row) => (
        <>
          <Tag tone={STATUS_TONES[row.status]}>{CASE_STATUS_NAMES[row.status]}</Tag>
          <span className="cell-note case-kind">{CASE_KIND_NAMES[row.kind]}</span>
        </>
      ),
    },
    {
      key: 'next_step',
      title: 'Next step',
      sort: 'next_on',
      phone: 'line',
      width: '21%',
      cell: (row) => <NextStep planned={row} client={row.client.name} today={today} />,
    },
    ...(withOwner
      ? [
          {
            key: 'owner',
            title: 'Adviser',
            phone: 'labelled' as const,
            cell: (row: CaseloadRow) => row.owner?.name ?? 'Nobody',
          },
        ]
      : []),
    {
      key: 'contact',
      title: 'Last contact',
      sort: 'last_contact',
      phone: 'hide',
      cell: (row) => <Since day={row.last_contact_on} today={today} />,
    },
    {
      key: 'hours',
      title: `Hours ${year}`,
      phone: 'hide',
      cell: (row) => <HoursBar minutes={row.minutes_this_year} year={year} />,
    },
    {
      key: 'referrals',
      title: 'Referrals',
      phone: 'hide',
      cell: (row) => (row.open_referrals > 0 ? <Tag>{row.open_referrals} open</Tag> : <None />),
    },
    {
      key: 'district',
      title: 'District',
      phone: 'hide',
      cell: (row) => (row.district_code ? districtName(row.district_code) : <span className="quiet">Not known</span>),
    },
    {
      key: 'more',
      title: 'More',
      hideTitle: true,
      align: 'end',
      phone: 'hide',
      width: '52px',
      cell: (row) => <CaseMenu row={row} today={today} />,
    },
  ]
}

function clientCell({ client, contact }: CaseloadRow) {
  return (
    <>
      <ClientLink client={client}>{client.name}</ClientLink>
      <span className="cell-note">{[contact, client.reference].filter(Boolean).join(' · ')}</span>
    </>
  )
}

export function Since({ day, today }: { day: Day | null; today: Day }) {
  return (
    <span className="no-wrap" title={day ? showDay(day) : undefined}>
      {sinceWords(day, today)}
    </span>
  )
}

function None() {
  return (
    <>
      <span aria-hidden="true">–</span>
      <span className="visually-hidden">None</span>
    </>
  )
}

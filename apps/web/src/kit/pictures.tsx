import { DueBar, HoursBar, PaceBar, Spark } from '../ui/bars.tsx'
import { Facts } from '../ui/facts.tsx'
import { Icon } from '../ui/icon.tsx'
import { Panel } from '../ui/panel.tsx'
import { Tag } from '../ui/tag.tsx'
import { Timeline } from '../ui/timeline.tsx'

const GROWTH = [2, 5, 9, 12, 15, 19, 24, 31]

export function Pictures() {
  return (
    <>
      <Panel title="Pictures" note="shape, word and colour say the same">
        <div className="cluster">
          <Tag>Dormant</Tag>
          <Tag tone="brand">Plan agreed</Tag>
          <Tag tone="info">Diagnosed</Tag>
          <Tag tone="ok">On pace</Tag>
          <Tag tone="warn">2% behind pace</Tag>
          <Tag tone="bad">27% behind pace</Tag>
        </div>
        <div className="cluster">
          <Spark values={GROWTH} series="c1" label="Rising since April" />
          <Spark values={GROWTH} series="c2" />
          <Spark values={GROWTH} series="c3" />
          <Spark values={GROWTH} series="c4" />
          <HoursBar minutes={120} year="2025-26" />
          <HoursBar minutes={560} year="2025-26" />
          <HoursBar minutes={912} year="2025-26" />
          <Icon name="calendar" />
        </div>
        <PaceBar share={0.64} expected={0.65} series="c1" label="64% of 2,950; 65% was due by today" />
        <PaceBar share={0.48} expected={0.65} series="c3" label="48% of 300; 65% was due by today" />
        <DueBar step="Send skills review slots" due="2 days overdue" state="overdue" />
        <DueBar step="Agree action plan" due="Today" state="soon" />
        <DueBar step="Chase partner referral" due="27 Nov" state="later" />
      </Panel>
      <Panel title="A record">
        <Facts
          facts={[
            { title: 'Company number', value: '05174953' },
            { title: 'Turnover', add: <a href="#turnover">add</a> },
            { title: 'Phone', value: <a href="tel:01785000000">01785 000 000</a> },
            { title: 'Subsidy left', value: '£301,500 of £315,000' },
          ]}
        />
        <Timeline
          items={[
            {
              id: '1',
              icon: 'phone',
              title: 'Call, 25 min',
              on: '15 Oct',
              month: 'October 2025',
              body: 'Two quotes in for the kiln retrofit. Wants to see the energy grant rules before Friday.',
            },
            {
              id: '2',
              icon: 'right',
              title: 'Referred to Innovation Agency',
              on: '6 Oct',
              month: 'October 2025',
              tag: <Tag tone="warn">No answer for 9 days</Tag>,
            },
            {
              id: '3',
              icon: 'pin',
              title: 'Site visit, 90 min',
              on: '22 Sept',
              month: 'September 2025',
              body: 'Diagnostic finished. Priorities: energy, supervisors’ skills.',
            },
          ]}
        />
      </Panel>
    </>
  )
}

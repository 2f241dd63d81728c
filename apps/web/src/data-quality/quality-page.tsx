import { STAKES, type Stakes } from '@hubline/domain/data-quality/rule.ts'
import { showNumber } from '@hubline/domain/number.ts'
import { yearOf } from '@hubline/domain/years/year.ts'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import type { inferOutput } from '@trpc/tanstack-react-query'
import { trpc } from '../api.ts'
import { PageError } from '../shell/page-states.tsx'
import { Page } from '../shell/page.tsx'
import { useMe } from '../staff/me.ts'
import { Panel } from '../ui/panel.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { useToday } from '../ui/use-today.ts'
import { findOpeningYear } from '../years/board-query.ts'
import { QualityFilters } from './quality-filters.tsx'
import { readQualityQuestion } from './quality-question.ts'
import './quality.css'

type Overview = inferOutput<typeof trpc.dataQuality.overview>
type Rule = Overview['rules'][number]

const route = getRouteApi('/hub/quality')

/** What in the records is short of something, rule by rule: how many, what is at stake, and the list. */
export function QualityPage() {
  const asked = readQualityQuestion(route.useSearch())
  const { hub } = useMe()
  const today = useToday()
  const opening = useQuery({ queryKey: ['opening year'], queryFn: findOpeningYear, enabled: !asked.year })
  const year = asked.year ?? opening.data
  const { data, error, refetch, isPlaceholderData } = useQuery({
    ...trpc.dataQuality.overview.queryOptions({ year: year ?? '', whose: asked.whose }),
    enabled: year !== undefined,
    placeholderData: keepPreviousData,
  })
  if (!data && error) return <PageError error={error} reset={() => void refetch()} />
  const shown = year ?? yearOf(today)
  return (
    <Page title="Data quality" hub={hub.name} note={data && <Found rules={data.rules} />}>
      <p>
        Records that are short of something. Put one right and it leaves its list; no record is hidden or changed by
        being here.
      </p>
      <QualityFilters year={shown} years={data?.years ?? [shown]} whose={asked.whose} />
      {data ? (
        <div className="quality-groups" aria-busy={isPlaceholderData}>
          {(Object.keys(STAKES) as Stakes[]).map((stakes) => (
            <Group
              key={stakes}
              title={STAKES[stakes]}
              rules={data.rules.filter((rule) => rule.stakes === stakes)}
              year={shown}
              whose={asked.whose}
            />
          ))}
        </div>
      ) : (
        <Skeleton lines={12} height="60vh" />
      )}
    </Page>
  )
}

function Found({ rules }: { rules: readonly Rule[] }) {
  const with_some = rules.filter(({ listed }) => listed > 0).length
  return with_some === 0 ? 'nothing listed' : `${with_some} of ${rules.length} lists have something on them`
}

type GroupProps = { title: string; rules: readonly Rule[]; year: string; whose: string }

function Group({ title, rules, year, whose }: GroupProps) {
  const some = rules.filter(({ listed }) => listed > 0).toSorted((one, other) => other.listed - one.listed)
  const none = rules.filter(({ listed }) => listed === 0)
  return (
    <Panel title={title}>
      {some.length > 0 && (
        <ul role="list" className="quality-rules">
          {some.map((rule) => (
            <RuleLine key={rule.key} rule={rule} year={year} whose={whose} />
          ))}
        </ul>
      )}
      {none.length > 0 && <Clear rules={none} all={some.length === 0} />}
    </Panel>
  )
}

function RuleLine({ rule, year, whose }: { rule: Rule; year: string; whose: string }) {
  const { key, title, wrong, figures, listed, of } = rule
  return (
    <li>
      <Link
        to="/quality/$rule"
        params={{ rule: key }}
        search={{ year: of === 'year' ? year : undefined, whose: whose === 'everyone' ? undefined : whose }}
        className="quality-rule"
      >
        <b className="quality-number figures">{showNumber(listed)}</b>
        <span className="strong">{title}</span>
      </Link>
      <div className="quality-words">
        <p className="quiet">{wrong}</p>
        {figures.length > 0 && (
          <p className="small">
            <span className="quiet">At stake:</span>{' '}
            {figures.map((figure, at) => (
              <span key={figure.key}>
                {at > 0 && ', '}
                <Link to="/year/$year/$key" params={{ year, key: figure.key }}>
                  {figure.title}
                </Link>
              </span>
            ))}
          </p>
        )}
      </div>
    </li>
  )
}

/** Rules that list nothing stand folded: they are looked at too. */
function Clear({ rules, all }: { rules: readonly Rule[]; all: boolean }) {
  const words = rules.length === 1 ? '1 rule lists nothing' : `${rules.length} rules list nothing`
  return (
    <details className="quality-clear" open={all && rules.length < 4}>
      <summary>{words}</summary>
      <ul>
        {rules.map(({ key, title }) => (
          <li key={key}>{title}</li>
        ))}
      </ul>
    </details>
  )
}

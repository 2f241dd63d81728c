import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { trpc } from '../api.ts'
import { problemOf } from '../problem.ts'
import { Page } from '../shell/page.tsx'
import { useMay, useMe } from '../staff/me.ts'
import { ButtonLink } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { Panel } from '../ui/panel.tsx'
import { SelectField } from '../ui/select-field.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { useChangeSearch } from '../ui/use-change-search.ts'
import { AbsencesPanel } from './absences-panel.tsx'
import { DiaryForm } from './diary-form.tsx'
import { FeedPanel } from './feed-panel.tsx'
import { OwnPagePanel } from './own-page-panel.tsx'
import { RoomsPanel } from './rooms-panel.tsx'

const route = getRouteApi('/hub/settings/diary')

/** When I work, when I am away, how reviews are booked with me; and for who leads, anybody's, and the rooms. */
export function DiarySettingsPage() {
  const { of } = route.useSearch()
  const me = useMe()
  const leads = useMay('diary:keep_others')
  const change = useChangeSearch()
  const adviser_id = of ?? me.adviser_id
  const { data, error } = useQuery(trpc.calendar.settings.queryOptions({ adviser_id }))
  const people = useQuery({ ...trpc.cases.choices.queryOptions(), enabled: leads })
  return (
    <Page title="Working hours and absences" actions={<ButtonLink to="/calendar">Calendar</ButtonLink>}>
      {leads && people.data && (
        <SelectField
          label="Whose"
          choices={people.data.advisers.map(({ id, name }) => ({
            value: id,
            words: id === me.adviser_id ? `${name} (you)` : name,
          }))}
          value={adviser_id}
          onChange={({ target }) => change({ of: target.value })}
        />
      )}
      {error && !data && <EmptyState sentence={problemOf(error).sentence} />}
      {!data && !error && <Skeleton lines={8} height="50vh" />}
      {data && (
        <>
          <Panel title="Working hours">
            <DiaryForm key={`${data.adviser_id}${data.version}`} diary={data} />
          </Panel>
          <AbsencesPanel
            key={data.adviser_id}
            adviser_id={data.adviser_id}
            absences={data.absences}
            today={data.today}
          />
          {data.adviser_id === me.adviser_id && (
            <>
              <OwnPagePanel public_address={data.public_address} />
              <FeedPanel feed={data.feed} />
            </>
          )}
        </>
      )}
      <RoomsPanel />
    </Page>
  )
}

import { type Day, showDay } from '@hubline/domain/day.ts'
import { useMutation, useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { text } from '../address.ts'
import { queryClient, trpc } from '../api.ts'
import { newId } from '../new-id.ts'
import { problemOf } from '../problem.ts'
import { PageError, PageLoading } from '../shell/page-states.tsx'
import { Page } from '../shell/page.tsx'
import { useMay } from '../staff/me.ts'
import { Button } from '../ui/button.tsx'
import { toast } from '../ui/toast.tsx'
import { ViewTabs } from '../ui/view-tabs.tsx'
import './questions.css'
import { QuestionsEditor } from './questions-editor.tsx'
import { QuestionsPreview } from './questions-preview.tsx'
import type { Draft, QuestionsVersion } from './questions-version.ts'

const route = getRouteApi('/hub/settings/questions')

/** What a skills review asks: the version in force, those before it, and the draft that a manager works on. */
export function QuestionsPage() {
  const search = route.useSearch()
  const { data, error, refetch } = useQuery(trpc.reviewQuestions.versions.queryOptions())
  const maySet = useMay('review:set-questions')
  if (!data) return error ? <PageError error={error} reset={() => void refetch()} /> : <PageLoading />
  const draft = data.versions.find((one): one is Draft => one.published_on === null && one.version > 0)
  const published = data.versions.filter((one) => one !== draft)
  const [in_force] = published
  if (!in_force) return null
  const asked = text(search, 'version')
  const shown = published.find(({ number }) => String(number) === asked) ?? (draft && maySet ? undefined : in_force)
  return (
    <Page
      title="Review questions"
      note="What a skills review asks. A form keeps the version it was begun with."
      actions={maySet && !draft && <BeginButton number={in_force.number + 1} />}
    >
      <ViewTabs
        label="Versions"
        current={shown ? String(shown.number) : 'draft'}
        views={[
          ...(draft && maySet
            ? [{ key: 'draft', words: `Draft of version ${draft.number}`, change: { version: undefined } }]
            : []),
          ...published.map((one) => ({
            key: String(one.number),
            words: one === in_force ? `Version ${one.number}, in force` : `Version ${one.number}`,
            change: { version: String(one.number) },
          })),
        ]}
      />
      {shown ? (
        <>
          <p className="quiet">{sinceWords(shown, shown === in_force)}</p>
          <QuestionsPreview sections={shown.sections} />
        </>
      ) : (
        draft && <QuestionsEditor key={draft.id} draft={draft} in_force={in_force} />
      )}
    </Page>
  )
}

function sinceWords({ published_on, number }: QuestionsVersion, is_in_force: boolean): string {
  if (published_on === null) return 'The questions with which every hub begins.'
  const day = showDay(published_on as Day)
  return is_in_force ? `Asked in reviews begun since ${day}.` : `Version ${number} was published on ${day}.`
}

function BeginButton({ number }: { number: number }) {
  const beginning = useMutation(trpc.reviewQuestions.beginDraft.mutationOptions())
  async function begin() {
    try {
      await beginning.mutateAsync({ request_id: newId(), id: newId() })
    } catch (error) {
      toast(problemOf(error).sentence, { tone: 'bad' })
    }
    await queryClient.invalidateQueries(trpc.reviewQuestions.pathFilter())
  }
  return (
    <Button
      look="filled"
      icon="edit"
      busy={beginning.isPending ? 'Beginning a draft' : undefined}
      onClick={() => void begin()}
    >
      Change the questions
      <span className="visually-hidden">, as a draft of version {number}</span>
    </Button>
  )
}

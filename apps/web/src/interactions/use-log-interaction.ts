import { type Day, todayInLondon } from '@hubline/domain/day.ts'
import { countsAsSupport } from '@hubline/domain/interactions/log-interaction.ts'
import { useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { queryClient, trpc } from '../api.ts'
import type { Client } from '../businesses/client.ts'
import { newId } from '../new-id.ts'
import { problemsOf } from '../problem.ts'
import { sendOrKeep } from '../shell/outbox.ts'
import { useMe } from '../staff/me.ts'
import type { FormProblem } from '../ui/error-summary.tsx'
import { useDraft } from '../ui/use-draft.ts'
import { type FilledLog, type LogChanges, problemsOfLog, type SendIds, toOpenCase, toSend } from './filled-log.ts'

type Kept = { changes: LogChanges; ids: SendIds }

const worthKeeping = ({ changes }: Kept) => Boolean(changes.notes?.trim() || changes.next_step?.trim())
const newIds = (): SendIds => ({ request_id: newId(), id: newId(), case_request_id: newId(), new_case_id: newId() })

type Opening = {
  subject: Client | undefined
  /** Typed before the sheet stood. */
  notes: string
  /** `reference` is missing while the interaction waits on this device. */
  onDone: (saved: { reference?: string; filled: FilledLog }) => void
}

/** The state of one opening of the sheet: what is filled in, its draft, and how it is sent. */
export function useLogInteraction({ subject, notes, onDone }: Opening) {
  const me = useMe()
  const [today] = useState(() => todayInLondon(new Date()))
  const [changes, setChanges] = useState<LogChanges>(() => ({
    ...(subject && { client: subject }),
    ...(notes && { notes }),
  }))
  const [ids, setIds] = useState(newIds)
  const [refill, setRefill] = useState(0)
  const defaults = useQuery(trpc.interactions.defaults.queryOptions())
  const filled = fill(changes, defaults.data, today)
  const about = useAbout(filled.client)
  const kept = useMemo(() => ({ changes, ids }), [changes, ids])
  const draft = useDraft<Kept>(`log:${subject?.reference ?? 'any'}:${me.adviser_id}`, kept, worthKeeping)
  const sending = useSending({ filled, ids, today, about: about.data, adviser_id: me.adviser_id })

  async function save() {
    const sent = await sending.send()
    if (!sent) return
    // A draft that is still on offer is of another time: it stays.
    if (!draft.found) await draft.forget()
    onDone({ ...sent, filled })
  }

  /** Fills the form anew: the boxes must take over what they show. */
  function fillWith(next: Kept) {
    setChanges(next.changes)
    setIds(next.ids)
    setRefill((count) => count + 1)
  }

  function keepDraft() {
    if (draft.found) fillWith(draft.found.value)
    draft.settle()
  }

  const change = (more: LogChanges) => setChanges((now) => ({ ...now, ...more }))
  const choose = (client: Client) => fillWith({ changes: { ...changes, client, case_id: undefined }, ids })
  return {
    filled,
    change,
    choose,
    refill,
    today,
    about: about.data,
    defaults: defaults.data,
    draft,
    keepDraft,
    save,
    worthKeeping: worthKeeping(kept),
    problems: sending.problems,
    attempt: sending.attempt,
    saving: sending.saving,
  }
}

export type LogForm = ReturnType<typeof useLogInteraction>
export type AboutClient = NonNullable<LogForm['about']>

type Defaults = { kind: FilledLog['kind']; channel: FilledLog['channel']; minutes: number; occurred_on: Day }

/** As the adviser logged last, unless that did not count: nobody repeats an admin note by default. */
function fill(changes: LogChanges, last: Defaults | undefined, today: Day): FilledLog {
  const defaults = last && countsAsSupport(last) ? last : undefined
  return {
    client: undefined,
    kind: defaults?.kind ?? 'advice_session',
    channel: last?.channel ?? 'telephone',
    minutes: defaults?.minutes ?? 30,
    occurred_on: today,
    start_up_support: false,
    notes: '',
    next_step: '',
    case_id: undefined,
    new_case: undefined,
    ...changes,
  }
}

function useAbout(client: Client | undefined) {
  const about = trpc.interactions.about.queryOptions(
    client?.kind === 'person' ? { person_id: client.id } : { business_id: client?.id },
    { enabled: client !== undefined },
  )
  return useQuery(about)
}

type Sending = { filled: FilledLog; ids: SendIds; today: Day; about: AboutOfCases | undefined; adviser_id: string }
type AboutOfCases = { open_cases: readonly { id: string; mine: boolean }[] }

function useSending({ filled, ids, today, about, adviser_id }: Sending) {
  const [problems, setProblems] = useState<readonly FormProblem[]>([])
  const [attempt, setAttempt] = useState(0)
  const [saving, setSaving] = useState(false)

  /** Undefined where something is to be put right; without a reference where it waits on this device. */
  async function send(): Promise<{ reference?: string } | undefined> {
    if (saving) return undefined
    setAttempt((count) => count + 1)
    const asked = toSend(filled, ids, { today, open_cases: about?.open_cases ?? [] })
    const found = problemsOfLog(asked, today)
    setProblems(found)
    if (found.length > 0) return undefined
    setSaving(true)
    try {
      const about_whom = { words: `Interaction with ${filled.client?.name}`, adviser_id }
      const wanted = toOpenCase(filled, ids, today)
      if (wanted) await sendOrKeep({ procedure: trpc.cases.open, input: wanted, ...about_whom })
      const sent = await sendOrKeep({ procedure: trpc.interactions.log, input: asked, ...about_whom })
      if (sent.kept) return {}
      void refresh()
      return { reference: sent.reply.reference }
    } catch (error) {
      setProblems(problemsOf(error))
      return undefined
    } finally {
      setSaving(false)
    }
  }

  return { send, problems, attempt, saving }
}

/** Everything that an interaction can be seen in is asked again. */
async function refresh(): Promise<void> {
  const places = [
    trpc.cases,
    trpc.businesses,
    trpc.people,
    trpc.interactions,
    trpc.indicators,
    trpc.dataQuality,
    trpc.find,
  ]
  await Promise.all(places.map((place) => queryClient.invalidateQueries(place.pathFilter())))
}

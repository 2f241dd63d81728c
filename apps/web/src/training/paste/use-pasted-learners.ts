import type { Day } from '@hubline/domain/day.ts'
import type { RecognisedBusiness } from '@hubline/domain/businesses/recognise-business.ts'
import type { PasteDefaults } from '@hubline/domain/training/paste-outcome.ts'
import { MOST_CHECKED } from '@hubline/domain/training/paste-form.ts'
import { useCallback, useMemo, useState } from 'react'
import { client } from '../../api.ts'
import { useMe } from '../../staff/me.ts'
import { useDraft } from '../../ui/use-draft.ts'
import type { CourseShown } from '../course-sheet.tsx'
import { type Checked, type Judged, askedAs, employerKey, judgeRows, needsSomebody, readRow } from './judge-rows.ts'
import { type PastedList, withHeading } from './pasted-list.ts'
import { useChecks } from './use-checks.ts'

/** What holds for all rows of the list. */
export type PasteSettings = Omit<PasteDefaults, 'enrolled_on'> & {
  enrolled_on: Day
  session_id: string
  employer: { id: string; name: string } | undefined
}

type Kept = { list: PastedList; settings: PasteSettings }
type Given = { course: CourseShown; start: PasteSettings; plan_line: string | undefined; today: Day }

const isWorthKeeping = ({ list }: { list: PastedList | undefined }) => list !== undefined && list.rows.length > 0

/** A pasted list from the clipboard to the point where its rows can be saved: read, checked with the server, judged. */
export function usePastedLearners({ course, start, plan_line, today }: Given) {
  const [list, setList] = useState<PastedList>()
  const [settings, setSettings] = useState(start)
  const draft = useDraft<Partial<Kept>>(
    `paste:${course.id}:${useMe().adviser_id}`,
    { ...(list && { list }), settings },
    (kept) => isWorthKeeping({ list: kept.list }),
  )
  const people = usePeople(course, settings.session_id, list, today)
  const employers = useEmployers(list, today)
  const [on_top, setOnTop] = useState<ReadonlySet<string>>()

  const judged = useMemo(
    () =>
      list
        ? judgeRows({
            list,
            checked: people.answers,
            businesses: employers.answers,
            course,
            session_id: settings.session_id || null,
            plan_line_id: plan_line ?? null,
            employer_id: settings.employer?.id ?? null,
            defaults: settings,
            today,
          })
        : [],
    [list, people.answers, employers.answers, course, settings, plan_line, today],
  )
  const checking = people.left + employers.left
  // Those that need somebody go to the top once, when all is checked: rows that jump at every answer cannot be read.
  if (list && checking === 0 && on_top === undefined)
    setOnTop(new Set(judged.filter(needsSomebody).map(({ key }) => key)))
  const rows = useMemo(() => ordered(judged, on_top), [judged, on_top])

  const take = useCallback((next: PastedList | undefined) => {
    setList(next)
    setOnTop(undefined)
  }, [])

  const change = useCallback((make: (list: PastedList) => PastedList) => setList((now) => now && make(now)), [])

  return {
    list,
    rows,
    settings,
    draft,
    checking,
    failure: people.failure ?? employers.failure,
    employers: employers.answers,
    retry: () => {
      people.retry()
      employers.retry()
    },
    change,
    changeSettings: (more: Partial<PasteSettings>) => setSettings((now) => ({ ...now, ...more })),
    setHeading: (has: boolean) => list && take(withHeading(list, has)),
    take,
    /** After saving, who is on the course is another question. */
    checkAgain: (left: PastedList) => {
      people.forget()
      take(left)
    },
    keepDraft: () => {
      const kept = draft.found?.value
      if (kept?.list) take(kept.list)
      if (kept?.settings) setSettings(kept.settings)
      draft.settle()
    },
  }
}

export type Pasting = ReturnType<typeof usePastedLearners>

function ordered(judged: readonly Judged[], on_top: ReadonlySet<string> | undefined): readonly Judged[] {
  if (!on_top || on_top.size === 0) return judged
  return [...judged.filter(({ key }) => on_top.has(key)), ...judged.filter(({ key }) => !on_top.has(key))]
}

function usePeople(course: CourseShown, session_id: string, list: PastedList | undefined, today: Day) {
  const wanted = useMemo(() => {
    const found = new Map<string, Parameters<typeof askedAs>[0]>()
    for (const row of list?.rows ?? []) {
      const { learner, errors } = readRow(row, list?.columns ?? [], today)
      if (errors.length === 0) found.set(askedAs(learner), learner)
    }
    return found
  }, [list?.rows, list?.columns, today])
  return useChecks<Parameters<typeof askedAs>[0], Checked>(
    wanted,
    async (piece) => {
      const asked = piece.map(({ given_name, family_name, email, phone, postcode }) => ({
        given_name,
        family_name,
        email,
        phone,
        postcode,
      }))
      return (await client.training.checkLearners.query({ course_id: course.id, session_id, people: asked })).people
    },
    MOST_CHECKED,
  )
}

function useEmployers(list: PastedList | undefined, today: Day) {
  const wanted = useMemo(() => {
    const found = new Map<string, string>()
    for (const row of list?.rows ?? []) {
      const { employer } = readRow(row, list?.columns ?? [], today).learner
      if (employer && !found.has(employerKey(employer))) found.set(employerKey(employer), employer)
    }
    return found
  }, [list?.rows, list?.columns, today])
  return useChecks<string, RecognisedBusiness>(
    wanted,
    async (names) => (await client.businesses.recognise.query({ names: [...names] })).businesses,
    MOST_CHECKED,
  )
}

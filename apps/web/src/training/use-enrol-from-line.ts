import { useMutation } from '@tanstack/react-query'
import type { inferOutput } from '@trpc/tanstack-react-query'
import { useRef, useState } from 'react'
import { trpc } from '../api.ts'
import { newId } from '../new-id.ts'
import { problemOf } from '../problem.ts'
import { toast } from '../ui/toast.tsx'
import { useToday } from '../ui/use-today.ts'
import { refreshTraining } from './refresh-training.ts'

export type ForLine = inferOutput<typeof trpc.training.sessionsForLine>
export type Suiting = ForLine['sessions'][number]
/** A session, or a course of which none is to come. */
export type Choice = {
  key: string
  course: { id: string; reference: string; name: string; provider: string | null }
  session: Suiting | undefined
}
type Wanted = { id: string; name: string }

/** Where the people of a line may go: the course that was matched, if it has no session to come, and what suits. */
export function choicesOf({ line, sessions }: ForLine): Choice[] {
  const found = sessions.map((session) => ({ key: session.id, course: session.course, session }))
  if (!line.course || sessions.some(({ course }) => course.id === line.course?.id)) return found
  const { id, reference, title, provider } = line.course
  return [{ key: id, course: { id, reference, name: title, provider }, session: undefined }, ...found]
}

/** Puts several people on a course for a line, all of them or none; whoever finds no place waits in order. */
export function useEnrolFromLine({ line }: ForLine, onDone: () => void) {
  const today = useToday()
  const [problem, setProblem] = useState<string>()
  const [attempt, setAttempt] = useState(0)
  const paste = useMutation(trpc.training.pasteLearners.mutationOptions())
  // The same people are one request however often the button is pressed.
  const request = useRef({ mark: '', id: newId() })

  async function enrol({ course, session }: Choice, wanted: readonly Wanted[]) {
    setAttempt((count) => count + 1)
    if (wanted.length === 0) return setProblem('Tick the people to enrol')
    const asked = {
      course_id: course.id,
      session_id: session?.id ?? '',
      plan_line_id: line.id,
      defaults: { status: 'enrolled' as const, enrolled_on: today },
      rows: wanted.map(({ id, name }, at) => ({
        row: at + 1,
        person_id: id,
        business_id: line.business.id,
        ...partsOf(name),
      })),
    }
    const mark = JSON.stringify(asked)
    if (request.current.mark !== mark) request.current = { mark, id: newId() }
    try {
      const { added, waiting, changed } = await paste.mutateAsync({ request_id: request.current.id, ...asked })
      await refreshTraining()
      const enrolled = added - waiting + changed
      toast(
        [enrolled > 0 && `${enrolled} enrolled`, waiting > 0 && `${waiting} on the waiting list`]
          .filter(Boolean)
          .join(', ') || 'All of them were there already',
      )
      onDone()
    } catch (error) {
      setProblem(problemOf(error).sentence)
    }
  }

  return { enrol, problem, attempt, saving: paste.isPending }
}

/** The server knows them by their record; the names stand in what it says of a row. */
function partsOf(name: string): { given_name: string; family_name: string } {
  const at = name.lastIndexOf(' ')
  return at < 1
    ? { given_name: name, family_name: name }
    : { given_name: name.slice(0, at), family_name: name.slice(at + 1) }
}

import { CASE_STATUS_NAMES, type CaseStatus } from '@hubline/domain/cases/stages.ts'
import { useMutation } from '@tanstack/react-query'
import { trpc } from '../api.ts'
import { newId } from '../new-id.ts'
import { problemOf } from '../problem.ts'
import { toast } from '../ui/toast.tsx'
import { refreshCases } from './refresh-cases.ts'

type Moving = { id: string; version: number; status: CaseStatus }

/** Gives a case another status at once, and offers the way back. Closing asks for more: see `CloseCaseDialog`. */
export function useMoveCase(
  { id, version, status: before }: Moving,
  client: string,
): (status: CaseStatus) => Promise<void> {
  const change = useMutation(trpc.cases.changeStatus.mutationOptions())

  async function move(status: CaseStatus, from: number): Promise<number | undefined> {
    try {
      const done = await change.mutateAsync({ request_id: newId(), id, version: from, status })
      await refreshCases()
      return done.version
    } catch (error) {
      toast(problemOf(error).sentence, { tone: 'bad' })
      return undefined
    }
  }

  return async (status) => {
    const now = await move(status, version)
    if (now === undefined) return
    toast(`${client}: ${CASE_STATUS_NAMES[status].toLowerCase()}`, {
      action: { words: 'Undo', run: () => void move(before, now) },
    })
  }
}

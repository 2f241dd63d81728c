import { type CallListCriteria, MakeCallList } from '@hubline/domain/skills-reviews/call-list.ts'
import { useMutation } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { queryClient, trpc } from '../api.ts'
import { newId } from '../new-id.ts'
import { problemsOf } from '../problem.ts'
import { Button } from '../ui/button.tsx'
import { ErrorSummary, type FormProblem } from '../ui/error-summary.tsx'
import { Panel } from '../ui/panel.tsx'
import { TextField } from '../ui/text-field.tsx'
import { useChangeSearch } from '../ui/use-change-search.ts'
import { listName } from './call-list-question.ts'

type Props = { criteria: CallListCriteria; most: number; total: number }

/** Keeps the list under a name, and opens it at its first business. */
export function MakeCallListForm({ criteria, most, total }: Props) {
  const [ids] = useState(() => ({ request_id: newId(), id: newId() }))
  const [typed, setName] = useState<string>()
  // Follows what is asked until somebody gives it a name of its own.
  const name = typed ?? listName(criteria)
  const [many, setMany] = useState(String(most))
  const [problems, setProblems] = useState<readonly FormProblem[]>([])
  const [attempt, setAttempt] = useState(0)
  const change = useChangeSearch()
  const navigate = useNavigate()
  const making = useMutation(trpc.callLists.make.mutationOptions())
  const errorOf = (field: string) => problems.find((one) => one.field === field)?.sentence

  async function make() {
    setAttempt((count) => count + 1)
    const asked = { ...ids, name, criteria, most: Number(many) }
    const read = MakeCallList.safeParse(asked)
    if (!read.success)
      return setProblems(read.error.issues.map(({ path, message }) => ({ field: path.join('.'), sentence: message })))
    try {
      const { reference } = await making.mutateAsync(asked)
      await queryClient.invalidateQueries(trpc.callLists.pathFilter())
      await navigate({ to: '/reviews/call-list/$reference', params: { reference } })
    } catch (error) {
      setProblems(problemsOf(error))
    }
  }

  return (
    <Panel title="The list">
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault()
          void make()
        }}
      >
        <ErrorSummary problems={problems} attempt={attempt} />
        <TextField
          id="name"
          label="Name"
          value={name}
          error={errorOf('name')}
          onChange={({ target }) => setName(target.value)}
        />
        <TextField
          id="most"
          label="Most businesses"
          hint="Up to 500"
          short
          inputMode="numeric"
          value={many}
          error={errorOf('most')}
          onChange={({ target }) => setMany(target.value)}
          onBlur={() => Number(many) !== most && change({ most: many }, { replace: true })}
        />
        <div className="cluster">
          <Button type="submit" look="filled" icon="phone" busy={making.isPending ? 'Making the list' : undefined}>
            {total === 0 ? 'Make the list' : `Make the list of ${Math.min(total, Number(many) || most)} and begin`}
          </Button>
        </div>
      </form>
    </Panel>
  )
}

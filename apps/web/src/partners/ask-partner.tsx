import { type Day, addDays } from '@hubline/domain/day.ts'
import { useMutation } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { queryClient, trpc } from '../api.ts'
import { newId } from '../new-id.ts'
import { problemsOf } from '../problem.ts'
import { Button } from '../ui/button.tsx'
import { DateField } from '../ui/date-field.tsx'
import { ErrorSummary, type FormProblem, problemAt } from '../ui/error-summary.tsx'
import { SelectField } from '../ui/select-field.tsx'
import { toast } from '../ui/toast.tsx'
import { useToday } from '../ui/use-today.ts'

type Props = {
  year: string
  partners: readonly { id: string; name: string }[]
  asked: readonly { organisation_id: string }[]
}

const WEEKS_GIVEN = 4

/** Notes that a partner was asked for its return, and by when it is due. */
export function AskPartner({ year, partners, asked }: Props) {
  const today = useToday()
  const [organisation_id, setPartner] = useState('')
  const [due_on, setDue] = useState<Day | undefined>(() => addDays(today, WEEKS_GIVEN * 7))
  const [problems, setProblems] = useState<readonly FormProblem[]>([])
  const [attempt, setAttempt] = useState(0)
  const [request_id, setRequest] = useState(newId)
  const asking = useMutation(trpc.partners.ask.mutationOptions())
  const there = new Set(asked.map((each) => each.organisation_id))
  const choices = partners.filter(({ id }) => !there.has(id)).map(({ id, name }) => ({ value: id, words: name }))
  const is_chosen = choices.some(({ value }) => value === organisation_id)
  const partner = useRef<HTMLSelectElement>(null)

  async function ask() {
    setAttempt((count) => count + 1)
    try {
      await asking.mutateAsync({ request_id, organisation_id, year, due_on: due_on ?? '' })
      await queryClient.invalidateQueries(trpc.partners.pathFilter())
      toast('It is noted that the partner was asked')
      setProblems([])
      setPartner('')
      setRequest(newId())
      partner.current?.focus()
    } catch (error) {
      setProblems(problemsOf(error).map(({ field, sentence }) => ({ sentence, field: field && `${field}_asked` })))
      setRequest(newId())
      await queryClient.invalidateQueries(trpc.partners.pathFilter())
    }
  }

  if (choices.length === 0) return null
  return (
    <div className="partner-return">
      <ErrorSummary problems={problems} attempt={attempt} />
      <SelectField
        ref={partner}
        id="organisation_id_asked"
        error={problemAt(problems, 'organisation_id_asked')}
        label="Note that a partner was asked"
        none="Choose a partner"
        value={is_chosen ? organisation_id : ''}
        choices={choices}
        onChange={({ target }) => setPartner(target.value)}
      />
      {is_chosen && (
        <>
          <DateField
            id="due_on_asked"
            label="Due"
            hint="Type 3/12, 3 dec, fri or +2w"
            value={due_on}
            error={problemAt(problems, 'due_on_asked')}
            onChange={setDue}
            today={today}
            leaning="future"
          />
          <div className="cluster">
            <Button busy={asking.isPending ? 'Noting' : undefined} onClick={() => void ask()}>
              Note that it was asked
            </Button>
          </div>
        </>
      )}
    </div>
  )
}

import { useMutation } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { queryClient, trpc } from '../api.ts'
import { newId } from '../new-id.ts'
import { problemOf } from '../problem.ts'
import { SelectField } from '../ui/select-field.tsx'
import { toast } from '../ui/toast.tsx'
import type { ReturnRow } from './partner-return.ts'

const NEW = 'new'

type Props = {
  row: ReturnRow
  /** Told the row while somebody is at its choice, so that it stays in sight until they have gone on. */
  onHold: (id: string | undefined) => void
}

/** Which business a row means, kept as soon as it is chosen: what somebody else decided meanwhile is shown, not lost. */
export function DecideRow({ row, onHold }: Props) {
  const { id, candidates, decided_by } = row
  const { value, choose } = useDecision(row)
  if (candidates.length === 0) return null
  return (
    <div className="row-decision" onFocus={() => onHold(id)} onBlur={() => onHold(undefined)}>
      <SelectField
        id={decisionId(row)}
        label={`Which business is row ${row.row}?`}
        hideLabel
        none="Choose"
        value={value}
        choices={[
          ...candidates.map((each) => ({
            value: each.id,
            words: `${[each.name, each.town, each.postcode].filter(Boolean).join(', ')} (${each.reference}): ${each.reason}`,
          })),
          { value: NEW, words: 'None of these: a new business' },
        ]}
        onChange={({ target }) => void choose(target.value)}
      />
      {decided_by && <span className="quiet small">Decided by {decided_by}</span>}
    </div>
  )
}

export const decisionId = ({ row }: Pick<ReturnRow, 'row'>) => `decision-${row}`

const decisionOf = (value: string) =>
  value === '' ? null : value === NEW ? { is: 'new' as const } : { is: 'business' as const, business_id: value }

/** The arrow keys pass over choices: each is sent over the one before, and what was chosen last holds. */
function useDecision({ id, version, row, decided, decided_business_id }: ReturnRow) {
  const deciding = useMutation(trpc.partners.decide.mutationOptions())
  const [chosen, setChosen] = useState<string>()
  const waiting = useRef<string>(undefined)
  const sending = useRef(false)
  const kept = useRef(version)

  async function choose(value: string) {
    setChosen(value)
    waiting.current = value
    if (sending.current) return
    sending.current = true
    try {
      kept.current = Math.max(kept.current, version)
      while (waiting.current !== undefined) {
        const decision = decisionOf(waiting.current)
        waiting.current = undefined
        const { version: next } = await deciding.mutateAsync({
          request_id: newId(),
          id,
          version: kept.current,
          decision,
        })
        kept.current = next
      }
    } catch (error) {
      waiting.current = undefined
      const { code, sentence } = problemOf(error)
      const told =
        code === 'stale' ? `Somebody else decided row ${row} meanwhile: what they said is shown now` : sentence
      toast(told, { tone: 'bad' })
    }
    sending.current = false
    await queryClient.invalidateQueries(trpc.partners.pathFilter())
    if (!sending.current) setChosen(undefined)
  }

  return { value: chosen ?? (decided === 'new' ? NEW : (decided_business_id ?? '')), choose }
}

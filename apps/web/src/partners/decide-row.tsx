import { useMutation } from '@tanstack/react-query'
import { queryClient, trpc } from '../api.ts'
import { newId } from '../new-id.ts'
import { problemOf } from '../problem.ts'
import { SelectField } from '../ui/select-field.tsx'
import { toast } from '../ui/toast.tsx'
import type { ReturnRow } from './partner-return.ts'

const NEW = 'new'

/** Which business a row means, kept as soon as it is chosen: what somebody else decided meanwhile is shown, not lost. */
export function DecideRow({ row }: { row: ReturnRow }) {
  const { id, version, candidates, decided, decided_business_id, decided_by } = row
  const deciding = useMutation(trpc.partners.decide.mutationOptions())
  if (candidates.length === 0) return null

  async function decide(value: string) {
    const decision =
      value === '' ? null : value === NEW ? { is: 'new' as const } : { is: 'business' as const, business_id: value }
    try {
      await deciding.mutateAsync({ request_id: newId(), id, version, decision })
    } catch (error) {
      toast(problemOf(error).sentence, { tone: 'bad' })
    }
    await queryClient.invalidateQueries(trpc.partners.pathFilter())
  }

  return (
    <div className="row-decision">
      <SelectField
        label={`Which business is row ${row.row}?`}
        hideLabel
        none="Choose"
        value={decided === 'new' ? NEW : (decided_business_id ?? '')}
        choices={[
          ...candidates.map((each) => ({
            value: each.id,
            words: `${[each.name, each.town, each.postcode].filter(Boolean).join(', ')} (${each.reference}): ${each.reason}`,
          })),
          { value: NEW, words: 'None of these: a new business' },
        ]}
        onChange={({ target }) => void decide(target.value)}
      />
      {decided_by && <span className="quiet small">Decided by {decided_by}</span>}
    </div>
  )
}

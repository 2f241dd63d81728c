import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { trpc } from '../api.ts'
import { SelectField } from '../ui/select-field.tsx'

/** The whole hub or one of its programmes; which stands in the address. */
export function WhoseTargets({ programme }: { programme: string | undefined }) {
  const navigate = useNavigate()
  const { data: programmes } = useQuery(trpc.programmes.list.queryOptions())
  if (!programmes || programmes.length === 0) return null
  return (
    <SelectField
      label="Targets of"
      value={programme ?? ''}
      none="The whole hub"
      choices={programmes.map(({ reference, name }) => ({ value: reference, words: name }))}
      onChange={(event) =>
        void navigate({ to: '.', search: { programme: event.target.value || undefined } as never, resetScroll: false })
      }
    />
  )
}

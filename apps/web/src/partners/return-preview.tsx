import type { inferOutput } from '@trpc/tanstack-react-query'
import type { trpc } from '../api.ts'
import { SelectField } from '../ui/select-field.tsx'
import { Tag } from '../ui/tag.tsx'

export type JudgedRow = inferOutput<typeof trpc.partners.check>['rows'][number]

const NEW = 'new'
const UNDECIDED = ''

type Props = {
  rows: readonly JudgedRow[]
  /** By row: the business that somebody chose; null where it is a new one. */
  choices: ReadonlyMap<number, string | null>
  onChoose: (row: number, business_id: string | null | undefined) => void
}

/** What would come of each row: counts, who has to be decided about, and what is left out and why. */
export function ReturnPreview({ rows, choices, onChoose }: Props) {
  const count = (outcome: JudgedRow['outcome']) => rows.filter((row) => row.outcome === outcome).length
  const asked = rows.filter(({ outcome, row }) => outcome === 'unsure' || choices.has(row))
  const left_out = rows.filter(({ outcome }) => outcome === 'repeated' || outcome === 'rejected')
  const noted = rows.filter(({ note }) => note !== null)
  return (
    <>
      <p className="cluster" role="status">
        <b>{rows.length} rows</b>
        <Tag tone="ok">{count('matched')} matched</Tag>
        <Tag tone="ok">{count('new')} new</Tag>
        {count('unsure') > 0 && <Tag tone="warn">{count('unsure')} to decide</Tag>}
        {count('repeated') > 0 && <Tag tone="plain">{count('repeated')} repeated</Tag>}
        {count('rejected') > 0 && <Tag tone="bad">{count('rejected')} rejected</Tag>}
      </p>
      {asked.map(({ row, name, postcode, candidates }) => (
        <SelectField
          key={row}
          label={`Row ${row}: which business is ${[name, postcode].filter(Boolean).join(', ')}?`}
          none="Choose"
          value={choices.has(row) ? (choices.get(row) ?? NEW) : UNDECIDED}
          choices={[
            ...candidates.map((each) => ({
              value: each.id,
              words: `${[each.name, each.town, each.postcode].filter(Boolean).join(', ')} (${each.reference}): ${each.reason}`,
            })),
            { value: NEW, words: 'None of these: a new business' },
          ]}
          onChange={({ target: { value } }) =>
            onChoose(row, value === UNDECIDED ? undefined : value === NEW ? null : value)
          }
        />
      ))}
      {left_out.length > 0 && (
        <details open={left_out.length <= 10}>
          <summary>
            {left_out.length} {left_out.length === 1 ? 'row is' : 'rows are'} left out
          </summary>
          <ul>
            {left_out.map(({ row, name, says }) => (
              <li key={row}>
                Row {row}, {name || 'no name'}: {says}
              </li>
            ))}
          </ul>
        </details>
      )}
      {noted.length > 0 && (
        <details open={noted.length <= 10}>
          <summary>
            {noted.length} {noted.length === 1 ? 'row' : 'rows'} to look at
          </summary>
          <ul>
            {noted.map(({ row, name, note }) => (
              <li key={row}>
                Row {row}, {name}: {note}
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  )
}

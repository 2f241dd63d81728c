import { RETURN_HEADINGS, isReturn } from '@hubline/domain/partners/read-return.ts'
import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { queryClient, trpc } from '../api.ts'
import { ListBox } from '../lists/list-box.tsx'
import { newId } from '../new-id.ts'
import { problemsOf } from '../problem.ts'
import { Button, ButtonAnchor } from '../ui/button.tsx'
import { ErrorSummary, type FormProblem } from '../ui/error-summary.tsx'
import { Panel } from '../ui/panel.tsx'
import { SelectField } from '../ui/select-field.tsx'
import { TextField } from '../ui/text-field.tsx'
import { toast } from '../ui/toast.tsx'
import { ReturnPreview } from './return-preview.tsx'

type Props = { year: string; partners: readonly { id: string; name: string }[] }

const TEMPLATES = [
  ['xlsx', 'Excel'],
  ['ods', 'OpenDocument'],
  ['csv', 'CSV'],
] as const

/** The list of one partner: read, shown with what would come of each row, and taken in as a whole. */
export function BringReturn({ year, partners }: Props) {
  const [organisation_id, setPartner] = useState('')
  const [text, setText] = useState('')
  const [without, setWithout] = useState('')
  const [choices, setChoices] = useState<ReadonlyMap<number, string | null>>(new Map())
  const list = {
    organisation_id,
    year,
    text,
    choices: [...choices].map(([row, business_id]) => ({ row, business_id })),
  }
  const asks = organisation_id !== '' && text !== ''
  const checked = useQuery({
    ...trpc.partners.check.queryOptions(list),
    enabled: asks,
    placeholderData: keepPreviousData,
  })
  const rows = asks ? checked.data?.rows : undefined

  function begin(read: string) {
    setText(read)
    setChoices(new Map())
  }

  function choose(row: number, business_id: string | null | undefined) {
    const next = new Map(choices)
    if (business_id === undefined) next.delete(row)
    else next.set(row, business_id)
    setChoices(next)
  }

  const { take, problems, attempt, saving } = useTake(() => {
    begin('')
    setWithout('')
  })
  const unread: readonly FormProblem[] = asks && checked.error ? problemsOf(checked.error) : []
  return (
    <Panel
      title="Bring a return in"
      actions={
        <span className="cluster">
          <span className="quiet small">Template for the partner</span>
          {TEMPLATES.map(([format, words]) => (
            <ButtonAnchor
              key={format}
              size="small"
              icon="download"
              href={`/year/${year}/partners/template.${format}${organisation_id === '' ? '' : `?partner=${organisation_id}`}`}
              download
            >
              <span className="visually-hidden">Template as </span>
              {words}
            </ButtonAnchor>
          ))}
        </span>
      }
    >
      <div className="partner-return">
        <ErrorSummary problems={problems.length > 0 ? problems : unread} attempt={attempt} />
        <SelectField
          id="organisation_id"
          label="Partner"
          none="Choose a partner"
          value={organisation_id}
          choices={partners.map(({ id, name }) => ({ value: id, words: name }))}
          onChange={({ target }) => {
            setPartner(target.value)
            setChoices(new Map())
          }}
        />
        {text === '' ? (
          <ListBox
            id="text"
            label="List of businesses"
            hint={`Copy it from a spreadsheet, headings included: ${RETURN_HEADINGS.join(', ')}. Or choose the workbook or CSV file`}
            fits={isReturn}
            onRead={begin}
          />
        ) : (
          <Button id="text" size="small" onClick={() => begin('')}>
            Bring another list
          </Button>
        )}
        {text !== '' && organisation_id === '' && <p>The list is read: choose the partner to see what comes of it.</p>}
        {rows && <ReturnPreview rows={rows} choices={choices} onChoose={choose} />}
        <TextField
          id="without_names"
          label="More businesses, without names"
          hint="Shown beside the figure and never added to it: nobody can tell whether they are counted already"
          inputMode="numeric"
          short
          optional
          value={without}
          onChange={({ target }) => setWithout(target.value)}
        />
        <div className="cluster">
          <Button
            look="filled"
            busy={saving ? 'Taking in' : undefined}
            onClick={() => void take(list, without.trim() === '' ? null : Number(without.replaceAll(',', '')))}
          >
            Take the return in
          </Button>
        </div>
      </div>
    </Panel>
  )
}

type List = {
  organisation_id: string
  year: string
  text: string
  choices: { row: number; business_id: string | null }[]
}

/** The same list is one request however often the button is pressed. */
function useTake(onTaken: () => void) {
  const [problems, setProblems] = useState<readonly FormProblem[]>([])
  const [attempt, setAttempt] = useState(0)
  const taking = useMutation(trpc.partners.take.mutationOptions())
  const request = useRef({ mark: '', id: newId() })

  async function take(list: List, without_names: number | null) {
    setAttempt((count) => count + 1)
    const asked = { ...list, without_names }
    if (list.organisation_id === '') return setProblems([{ field: 'organisation_id', sentence: 'Choose the partner' }])
    if (Number.isNaN(without_names))
      return setProblems([{ field: 'without_names', sentence: 'Enter a whole number, or leave it blank' }])
    const mark = JSON.stringify(asked)
    if (request.current.mark !== mark) request.current = { mark, id: newId() }
    try {
      const { matched, added } = await taking.mutateAsync({ request_id: request.current.id, ...asked })
      await queryClient.invalidateQueries()
      setProblems([])
      toast(`The return is taken in: ${matched} matched, ${added} new`)
      onTaken()
    } catch (error) {
      setProblems(problemsOf(error))
    }
  }
  return { take, problems, attempt, saving: taking.isPending }
}

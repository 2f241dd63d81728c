import type { ListSheet } from '@hubline/domain/imports/list-file.ts'
import { RETURN_HEADINGS, isReturn } from '@hubline/domain/partners/read-return.ts'
import { useMutation } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useRef, useState } from 'react'
import { queryClient, trpc } from '../api.ts'
import { ListBox } from '../lists/list-box.tsx'
import { newId } from '../new-id.ts'
import { problemsOf } from '../problem.ts'
import { Button, ButtonAnchor } from '../ui/button.tsx'
import { ErrorSummary, type FormProblem, problemAt } from '../ui/error-summary.tsx'
import { Panel } from '../ui/panel.tsx'
import { SelectField } from '../ui/select-field.tsx'

type Props = { year: string; partners: readonly { id: string; name: string }[] }
type FromFile = ListSheet & { file: string; sha256: string }
type List = { text: string; from?: FromFile | undefined }

const TEMPLATES = [
  ['xlsx', 'Excel'],
  ['ods', 'OpenDocument'],
  ['csv', 'CSV'],
] as const

/** The list of one partner, kept as it came: it opens with what would come of each row. */
export function BringReturn({ year, partners }: Props) {
  const [organisation_id, setPartner] = useState('')
  const { receive, problems, attempt, saving } = useReceive({ organisation_id, year })
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
        <ErrorSummary problems={problems} attempt={attempt} />
        <SelectField
          id="organisation_id"
          label="Partner"
          none="Choose a partner"
          value={organisation_id}
          choices={partners.map(({ id, name }) => ({ value: id, words: name }))}
          error={problemAt(problems, 'organisation_id')}
          onChange={({ target }) => setPartner(target.value)}
        />
        <ListBox
          id="text"
          label="List of businesses"
          hint={`Copy it from a spreadsheet, headings included: ${RETURN_HEADINGS.join(', ')}. Or choose the workbook or CSV file. It is kept as it came, and counts once it is taken in`}
          error={problemAt(problems, 'text')}
          fits={isReturn}
          onRead={(text, from) => void receive({ text, from })}
        />
        <div className="cluster">
          <Button busy={saving ? 'Receiving' : undefined} onClick={() => void receive({ text: '' })}>
            There is no list
          </Button>
        </div>
      </div>
    </Panel>
  )
}

/** The same list is one request however often it is given. */
function useReceive(of: { organisation_id: string; year: string }) {
  const [problems, setProblems] = useState<readonly FormProblem[]>([])
  const [attempt, setAttempt] = useState(0)
  const receiving = useMutation(trpc.partners.receive.mutationOptions())
  const navigate = useNavigate()
  const request = useRef({ mark: '', id: newId() })

  async function receive({ text, from }: List) {
    setAttempt((count) => count + 1)
    if (of.organisation_id === '')
      return setProblems([{ field: 'organisation_id', sentence: 'Choose the partner, then give its list again' }])
    const file = from ? { name: from.file, sha256: from.sha256, sheet: from.name, seal: from.seal } : null
    const mark = JSON.stringify([of, text, file])
    if (request.current.mark !== mark) request.current = { mark, id: newId() }
    try {
      const { reference } = await receiving.mutateAsync({ request_id: request.current.id, ...of, text, file })
      await queryClient.invalidateQueries(trpc.partners.pathFilter())
      await navigate({ to: '/year/$year/partners/$reference', params: { year: of.year, reference } })
    } catch (error) {
      setProblems(problemsOf(error))
    }
  }
  return { receive, problems, attempt, saving: receiving.isPending }
}

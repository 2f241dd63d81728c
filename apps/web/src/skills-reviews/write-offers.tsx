import type { CallListCriteria } from '@hubline/domain/skills-reviews/call-list.ts'
import {
  type MailStanding,
  MERGE_FIELD_NAMES,
  MERGE_FIELDS,
  type MergeField,
  SendOffers,
  USUAL_LETTER,
} from '@hubline/domain/skills-reviews/offer-letter.ts'
import { useRef, useState } from 'react'
import { newId } from '../new-id.ts'
import { useMe } from '../staff/me.ts'
import { Button } from '../ui/button.tsx'
import { DraftOffer } from '../ui/draft-offer.tsx'
import { ErrorSummary, type FormProblem } from '../ui/error-summary.tsx'
import { Panel } from '../ui/panel.tsx'
import { TextArea, TextField } from '../ui/text-field.tsx'
import { useDraft } from '../ui/use-draft.ts'
import { LetterPreview } from './letter-preview.tsx'
import './offer-mail.css'
import { SendOffersDialog } from './send-offers-dialog.tsx'

type Counts = Readonly<Record<MailStanding, number>>
type Props = { criteria: CallListCriteria; counts: Counts }
type Letter = { subject: string; text: string; most: string }

const USUAL: Letter = { ...USUAL_LETTER, most: '100' }
const isChanged = (letter: Letter) => JSON.stringify(letter) !== JSON.stringify(USUAL)

/** The letter, written once with fields, beside how it reads to one of those who get it. */
export function WriteOffers({ criteria, counts }: Props) {
  const [letter, setLetter] = useState(USUAL)
  const [ids] = useState(() => ({ request_id: newId(), id: newId() }))
  const [problems, setProblems] = useState<readonly FormProblem[]>([])
  const [attempt, setAttempt] = useState(0)
  const [asking, setAsking] = useState<SendOffers>()
  const { adviser_id } = useMe()
  const draft = useDraft(`offer-letter:${adviser_id}`, letter, isChanged)
  const put = (change: Partial<Letter>) => setLetter((was) => ({ ...was, ...change }))
  const errorOf = (field: string) => problems.find((one) => one.field === field)?.sentence

  function look() {
    setAttempt((count) => count + 1)
    const read = SendOffers.safeParse({ ...ids, criteria, ...letter, most: Number(letter.most) })
    if (read.success) setAsking(read.data)
    setProblems((read.error?.issues ?? []).map(({ path, message }) => ({ field: path.join('.'), sentence: message })))
  }

  return (
    <>
      <Panel title="The letter">
        <form
          className="stack"
          onSubmit={(event) => {
            event.preventDefault()
            look()
          }}
        >
          {draft.found && (
            <DraftOffer
              saved_at={draft.found.saved_at}
              onKeep={() => {
                if (draft.found) setLetter(draft.found.value)
                draft.settle()
              }}
              onDiscard={() => void draft.forget()}
            />
          )}
          <ErrorSummary problems={problems} attempt={attempt} />
          <TextField
            id="subject"
            label="Subject"
            value={letter.subject}
            error={errorOf('subject')}
            onChange={({ target }) => put({ subject: target.value })}
          />
          <LetterText text={letter.text} error={errorOf('text')} onChange={(text) => put({ text })} />
          <TextField
            id="most"
            label="Most letters"
            hint="Up to 500; the others can be written to later"
            short
            inputMode="numeric"
            value={letter.most}
            error={errorOf('most')}
            onChange={({ target }) => put({ most: target.value })}
          />
          <div className="cluster">
            <Button type="submit" look="filled" icon="mail">
              {counts.can === 0 ? 'Nobody can be written to' : `Send ${lettersOf(letter, counts)}…`}
            </Button>
          </div>
        </form>
      </Panel>
      <LetterPreview criteria={criteria} subject={letter.subject} text={letter.text} />
      {asking && (
        <SendOffersDialog
          form={asking}
          counts={counts}
          onSent={() => void draft.forget()}
          onRefused={(refusal) => setProblems(refusal)}
          onClose={() => setAsking(undefined)}
        />
      )}
    </>
  )
}

function lettersOf({ most }: Letter, { can }: Counts): string {
  const letters = Math.min(can, Number(most) || can)
  return letters === 1 ? '1 letter' : `${letters} letters`
}

type TextProps = { text: string; error: string | undefined; onChange: (text: string) => void }

/** The text, with a button for each field that is put in where one writes. */
function LetterText({ text, error, onChange }: TextProps) {
  const area = useRef<HTMLTextAreaElement>(null)

  function insert(field: MergeField) {
    const box = area.current
    if (!box) return
    box.focus()
    box.setRangeText(`{${field}}`, box.selectionStart, box.selectionEnd, 'end')
    onChange(box.value)
  }

  return (
    <>
      <TextArea
        ref={area}
        id="text"
        label="Text"
        rows={14}
        maxLength={5000}
        value={text}
        error={error}
        onChange={({ target }) => onChange(target.value)}
      />
      <div className="cluster" role="group" aria-label="Put a field into the text">
        {MERGE_FIELDS.map((field) => (
          <Button key={field} size="small" icon="plus" onClick={() => insert(field)}>
            {MERGE_FIELD_NAMES[field]}
          </Button>
        ))}
      </div>
    </>
  )
}

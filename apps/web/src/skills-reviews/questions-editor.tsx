import { compareVersions, SaveTemplate } from '@hubline/domain/skills-reviews/template.ts'
import { useMutation } from '@tanstack/react-query'
import { useCallback, useEffect, useState } from 'react'
import { queryClient, trpc } from '../api.ts'
import { newId } from '../new-id.ts'
import { problemsOf } from '../problem.ts'
import { useMe } from '../staff/me.ts'
import { Button } from '../ui/button.tsx'
import { DraftOffer } from '../ui/draft-offer.tsx'
import { ErrorSummary, type FormProblem } from '../ui/error-summary.tsx'
import { toast } from '../ui/toast.tsx'
import { useDraft } from '../ui/use-draft.ts'
import { EndDraftDialog } from './end-draft-dialog.tsx'
import { newKey } from './new-key.ts'
import { addSection, type Sections } from './questions-edit.ts'
import { QuestionsPreview } from './questions-preview.tsx'
import type { Draft, QuestionsVersion } from './questions-version.ts'
import { SectionEditor } from './section-editor.tsx'

type Props = { draft: Draft; in_force: QuestionsVersion }

/** The draft of the next version: changed here, looked at as a form, and published or thrown away. */
export function QuestionsEditor({ draft, in_force }: Props) {
  const editing = useEditing(draft)
  const { sections, change, problems, attempt, save, saving, said } = editing
  const [preview, setPreview] = useState(false)
  const [ending, setEnding] = useState<'publish' | 'discard'>()
  const [kept] = useState(() => new Set(in_force.sections.flatMap(({ questions }) => questions.map(({ key }) => key))))
  return (
    <div className="stack">
      <div className="questions-bar">
        <Button look="filled" icon="check" onClick={() => void save().then((saved) => saved && setEnding('publish'))}>
          Publish…
        </Button>
        <Button busy={saving ? 'Saving' : undefined} onClick={() => void save()}>
          Save the draft
        </Button>
        <Button aria-pressed={preview} onClick={() => setPreview(!preview)}>
          {preview ? 'Go on changing' : 'See it as a form'}
        </Button>
        <Button look="danger" onClick={() => setEnding('discard')}>
          Throw the draft away
        </Button>
        <span className="quiet" role="status">
          {said || differenceWords(in_force.sections, sections)}
        </span>
      </div>
      {editing.draft.found && (
        <DraftOffer
          saved_at={editing.draft.found.saved_at}
          onKeep={editing.keep}
          onDiscard={() => void editing.draft.forget()}
        />
      )}
      <ErrorSummary problems={problems} attempt={attempt} />
      {preview ? (
        <QuestionsPreview sections={sections} />
      ) : (
        <>
          {sections.map((section, at) => (
            <SectionEditor
              key={section.key}
              section={section}
              at={at}
              sections={sections}
              kept={kept}
              errorOf={(field) => problems.find((one) => one.field === field)?.sentence}
              onChange={change}
            />
          ))}
          <div>
            <Button
              icon="plus"
              onClick={() =>
                change(addSection(sections, newKey()), 'Section added', `sections.${sections.length}.title`)
              }
            >
              Add a section
            </Button>
          </div>
        </>
      )}
      {ending && (
        <EndDraftDialog
          how={ending}
          draft={{ ...draft, version: editing.version }}
          in_force={in_force.number}
          onEnded={() => void editing.draft.forget()}
          onClose={() => setEnding(undefined)}
        />
      )}
    </div>
  )
}

function differenceWords(before: Sections, after: Sections): string {
  const { added, removed, reworded } = compareVersions(before, after)
  const parts = [added && `${added} added`, removed && `${removed} retired`, reworded && `${reworded} changed`]
  return parts.filter(Boolean).join(', ') || 'No question is changed yet'
}

function useEditing(draft: Draft) {
  const { adviser_id } = useMe()
  const [sections, setSections] = useState<Sections>(draft.sections)
  const [saved, setSaved] = useState<Sections>(draft.sections)
  const [version, setVersion] = useState(draft.version)
  const [problems, setProblems] = useState<readonly FormProblem[]>([])
  const [attempt, setAttempt] = useState(0)
  const [said, setSaid] = useState('')
  const isChanged = useCallback((now: Sections) => JSON.stringify(now) !== JSON.stringify(saved), [saved])
  const device = useDraft(`questions:${draft.id}:${adviser_id}`, sections, isChanged)
  const saving = useMutation(trpc.reviewQuestions.saveDraft.mutationOptions())
  const focus = useFocusAfter()

  function change(next: Sections, words = '', focus_id?: string) {
    setSections(next)
    setSaid(words)
    focus(focus_id)
  }

  async function save(): Promise<boolean> {
    setAttempt((count) => count + 1)
    setProblems([])
    const form = { request_id: newId(), id: draft.id, version, sections }
    const read = SaveTemplate.safeParse(form)
    if (!read.success) {
      setProblems(read.error.issues.map(({ path, message }) => ({ field: path.join('.'), sentence: message })))
      return false
    }
    if (!isChanged(sections)) return true
    try {
      const { version: now } = await saving.mutateAsync(read.data)
      setVersion(now)
      setSaved(sections)
      await device.forget()
      await queryClient.invalidateQueries(trpc.reviewQuestions.pathFilter())
      toast('Draft saved')
      return true
    } catch (error) {
      setProblems(problemsOf(error))
      return false
    }
  }

  function keep() {
    if (device.found) setSections(device.found.value)
    device.settle()
  }

  return { sections, change, problems, attempt, said, save, saving: saving.isPending, version, draft: device, keep }
}

/** What was moved or added has the focus once it stands where it stands now. */
function useFocusAfter(): (id: string | undefined) => void {
  const [wanted, setWanted] = useState<{ id: string | undefined }>()
  useEffect(() => {
    if (wanted?.id !== undefined) document.getElementById(wanted.id)?.focus()
  }, [wanted])
  return (id) => setWanted({ id })
}

import { answerInWords } from '@hubline/domain/skills-reviews/answers.ts'
import { newId } from '../new-id.ts'
import { client } from '../api.ts'
import { Button } from '../ui/button.tsx'
import { Icon } from '../ui/icon.tsx'
import type { Crossed, LineKind } from './form-state.ts'
import type { Asked } from './question-field.tsx'
import type { ReviewForm } from './use-review-form.ts'

type Props = {
  form: ReviewForm
  kind: 'review_answer' | LineKind
  id: string
  crossed: Crossed
  question?: Asked
}

/** Two people wrote the same answer at once: both are here until one of them decides. */
export function CrossedNotice({ form, kind, id, crossed, question }: Props) {
  const skills_review_id = form.page?.review.id ?? ''
  const settle = (keep: 'this' | 'other' | 'both') =>
    void form
      .attempt(() => client.reviewForms.settle.mutate({ request_id: newId(), skills_review_id, kind, id, keep }))
      .then(form.reload)
  const content = crossed.content as Readonly<Record<string, unknown>>
  const removed = content['removed'] === true
  return (
    <div className="crossed" role="group" aria-label="Written by two people at once">
      <p>
        <Icon name="warning" size={16} />
        <span>
          {removed ? (
            <>{crossed.by ?? 'Somebody'} took this line out while you changed it.</>
          ) : (
            <>
              {crossed.by ?? 'Somebody'} wrote this at the same time: <q>{wordsOf(content, question)}</q>
            </>
          )}
        </span>
      </p>
      <div className="cluster">
        <Button size="small" onClick={() => settle('this')}>
          Keep what stands here
        </Button>
        <Button size="small" onClick={() => settle('other')}>
          {removed ? 'Take it out' : 'Take the other'}
        </Button>
        {!removed && canBoth(kind, question) && (
          <Button size="small" onClick={() => settle('both')}>
            Keep both
          </Button>
        )}
      </div>
    </div>
  )
}

const canBoth = (kind: Props['kind'], question: Asked | undefined) =>
  kind !== 'review_answer' || question?.kind === 'text' || question?.kind === 'choices'

function wordsOf(content: Readonly<Record<string, unknown>>, question: Asked | undefined): string {
  if (question) return answerInWords(question, (content['value'] ?? null) as never) || 'nothing'
  return ['role', 'skill', 'people']
    .map((column) => content[column])
    .filter((value) => value !== null && value !== undefined && value !== '')
    .join(', ')
}

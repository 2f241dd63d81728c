import { isTable } from '@hubline/domain/skills-reviews/template.ts'
import { getRouteApi } from '@tanstack/react-router'
import { useState } from 'react'
import { PageError } from '../shell/page-states.tsx'
import { Page } from '../shell/page.tsx'
import { useMay } from '../staff/me.ts'
import { Button, ButtonLink } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { Tag } from '../ui/tag.tsx'
import { BusinessNote, FormFacts } from './form-facts.tsx'
import { CrossedNotice } from './crossed-notice.tsx'
import { FinishReviewSheet } from './finish-review-sheet.tsx'
import { type FormPage, answeredIn } from './form-state.ts'
import { GapsTable, WorkforceTable } from './form-tables.tsx'
import { type Asked, QuestionField } from './question-field.tsx'
import './review-form.css'
import { type ReviewForm, useReviewForm } from './use-review-form.ts'

const route = getRouteApi('/hub/reviews/$reference/form')

/** The form of a skills review, filled in while people talk: sections at the side, questions of one of them beside. */
export function ReviewFormPage() {
  const { reference } = route.useParams()
  const form = useReviewForm(reference)
  const may = useMay('review:work')
  const { page } = form
  const [finishing, setFinishing] = useState(false)
  if (!page && form.error) return <PageError error={form.error} reset={() => void form.refetch()} />
  if (!page)
    return (
      <Page title="Skills review">
        <Skeleton lines={10} height="60vh" />
      </Page>
    )
  const begun = page.form !== null
  return (
    <Page
      title={`Skills review: ${page.review.business.name}`}
      tabTitle={`${reference} form`}
      note={<BusinessNote page={page} />}
      actions={
        begun && (
          <>
            <ButtonLink to="/reviews/$reference/plan" params={{ reference }} icon="list">
              Training plan
            </ButtonLink>
            {may && (
              <Button look="filled" icon="check" onClick={() => setFinishing(true)}>
                {page.form?.finished_at ? 'Finished: change' : 'Finish'}
              </Button>
            )}
          </>
        )
      }
    >
      {begun ? <Sections form={form} page={page} disabled={!may} /> : <NotBegun form={form} page={page} may={may} />}
      {finishing && <FinishReviewSheet form={form} page={page} onClose={() => setFinishing(false)} />}
    </Page>
  )
}

function NotBegun({ form, page, may }: { form: ReviewForm; page: FormPage; may: boolean }) {
  return (
    <>
      <FormFacts page={page} />
      <EmptyState
        sentence={
          may
            ? 'The form is not begun. It starts with the headcount and the workforce that are known already.'
            : 'The form is not begun. A skills broker or a manager can begin it.'
        }
      >
        {may && (
          <Button look="filled" icon="edit" onClick={() => void form.begin()}>
            Begin the form
          </Button>
        )}
      </EmptyState>
      <Refused sentence={form.refused} />
    </>
  )
}

function Sections({ form, page, disabled }: { form: ReviewForm; page: FormPage; disabled: boolean }) {
  const { section: asked } = route.useSearch()
  const navigate = route.useNavigate()
  const { sections } = page.questions
  const at = Math.max(
    sections.findIndex(({ key }) => key === asked),
    0,
  )
  const section = sections[at]
  const go = (key: string) => {
    void form.flush()
    void navigate({ search: { section: key } }).then(() => document.getElementById('section-title')?.focus())
  }
  const next = sections[at + 1]
  if (!section) return null
  return (
    <div className="form-columns">
      <nav className="form-nav" aria-label="Sections">
        <ol role="list">
          {sections.map((one) => (
            <li key={one.key}>
              <button
                type="button"
                aria-current={one.key === section.key ? 'step' : undefined}
                onClick={() => go(one.key)}
              >
                <span>{one.title}</span>
                <span className="small figures">
                  {answeredIn(one, page)} of {one.questions.length}
                </span>
              </button>
            </li>
          ))}
        </ol>
        <SaveState form={form} />
      </nav>
      <div className="form-side">
        {at === 0 && <FormFacts page={page} />}
        <Refused sentence={form.refused} />
        <section className="panel form-section" aria-labelledby="section-title">
          <h2 id="section-title" tabIndex={-1}>
            {section.title}
          </h2>
          {section.questions.map((question) => (
            <OneQuestion key={question.key} form={form} page={page} question={question} disabled={disabled} />
          ))}
          <div className="cluster">
            {next && (
              <Button icon="right" onClick={() => go(next.key)}>
                Next: {next.title}
              </Button>
            )}
            <Button look="quiet" icon="swap" onClick={() => void form.reload()}>
              See what others wrote
            </Button>
          </div>
        </section>
      </div>
    </div>
  )
}

type OneProps = { form: ReviewForm; page: FormPage; question: Asked; disabled: boolean }

function OneQuestion({ form, page, question, disabled }: OneProps) {
  if (isTable(question.kind)) return <TableQuestion form={form} page={page} question={question} disabled={disabled} />
  const answer = page.answers.find((one) => one.question === question.key)
  return (
    <fieldset disabled={disabled} className="form-question">
      <QuestionField
        question={question}
        value={answer?.value ?? null}
        onAnswer={(value) => form.answer(question.key, question.words, value)}
      />
      {answer?.crossed && (
        <CrossedNotice form={form} kind="review_answer" id={answer.id} crossed={answer.crossed} question={question} />
      )}
    </fieldset>
  )
}

function TableQuestion({ form, page, question, disabled }: OneProps) {
  const kind = question.kind === 'workforce' ? 'workforce_line' : 'skills_gap'
  const lines = kind === 'workforce_line' ? page.workforce : page.gaps
  return (
    <fieldset className="form-question">
      <legend className="field-label">{question.words}</legend>
      {question.hint && <p className="field-hint">{question.hint}</p>}
      {kind === 'workforce_line' ? (
        <WorkforceTable form={form} disabled={disabled} />
      ) : (
        <GapsTable form={form} disabled={disabled} />
      )}
      {kind === 'workforce_line' && <PeopleTotal page={page} />}
      {lines.map(
        ({ id, crossed }) => crossed && <CrossedNotice key={id} form={form} kind={kind} id={id} crossed={crossed} />,
      )}
    </fieldset>
  )
}

function PeopleTotal({ page }: { page: FormPage }) {
  const people = page.workforce.reduce((sum, line) => sum + (line.people ?? 0), 0)
  return people > 0 ? (
    <p className="quiet small">
      {people} people in {page.workforce.length} {page.workforce.length === 1 ? 'role' : 'roles'}
    </p>
  ) : null
}

function SaveState({ form }: { form: ReviewForm }) {
  return (
    <p className="small quiet form-saved" role="status">
      {form.saving ? <Tag>Saving</Tag> : 'Kept as you type'}
    </p>
  )
}

function Refused({ sentence }: { sentence: string | undefined }) {
  return sentence ? (
    <p role="alert" className="form-refused">
      {sentence}
    </p>
  ) : null
}

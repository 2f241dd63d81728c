import { type Day, showDay } from '@hubline/domain/day.ts'
import { sicLabel } from '@hubline/domain/businesses/sic-codes.ts'
import { REVIEW_STATUS_NAMES } from '@hubline/domain/skills-reviews/stages.ts'
import { Link } from '@tanstack/react-router'
import { Facts } from '../ui/facts.tsx'
import { Tag } from '../ui/tag.tsx'
import type { FormPage } from './form-state.ts'

/** Whose review it is, how far it has come and who holds it. */
export function BusinessNote({ page: { review } }: { page: Pick<FormPage, 'review'> }) {
  return (
    <>
      <Link to="/b/$reference" params={{ reference: review.business.reference }}>
        {review.business.reference}
      </Link>
      <Tag>{REVIEW_STATUS_NAMES[review.status]}</Tag>
      {review.broker && <span>{review.broker}</span>}
      {review.held_on && <span>held {showDay(review.held_on)}</span>}
    </>
  )
}

/** What the hub knows before anybody asks. */
export function FormFacts({ page: { review, last, learning_now } }: { page: FormPage }) {
  const { business } = review
  const people = business.employees_fte
  return (
    <section className="panel form-known" aria-label="What is known">
      <Facts
        facts={[
          { title: 'What it does', value: business.sic_code && sicLabel(business.sic_code) },
          { title: 'Town', value: business.town },
          {
            title: 'People',
            value:
              people === null
                ? null
                : `${people} FTE${business.measured_on ? `, ${showDay(business.measured_on)}` : ''}`,
          },
          { title: 'On a course now', value: String(learning_now) },
          { title: 'Last review', value: last && <LastReview last={last} /> },
        ]}
      />
    </section>
  )
}

function LastReview({ last }: { last: NonNullable<FormPage['last']> }) {
  const open = last.gaps.filter(({ is_closed }) => !is_closed)
  return (
    <>
      <Link to="/reviews/$reference/form" params={{ reference: last.reference }}>
        {last.held_on ? showDay(last.held_on as Day) : last.reference}
      </Link>
      {open.length > 0 && (
        <span className="cell-note">
          Gaps then still open: {open.map(({ skill, role }) => [skill, role].filter(Boolean).join(' for ')).join('; ')}
        </span>
      )}
    </>
  )
}

import { ButtonLink } from '../ui/button.tsx'

/** From the record of a review to its form and its plan. */
export function ReviewPages({ reference }: { reference: string }) {
  return (
    <>
      <ButtonLink to="/reviews/$reference/form" params={{ reference }} icon="edit">
        Review form
      </ButtonLink>
      <ButtonLink to="/reviews/$reference/plan" params={{ reference }} icon="list">
        Training plan
      </ButtonLink>
    </>
  )
}

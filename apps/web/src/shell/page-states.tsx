import type { ErrorComponentProps } from '@tanstack/react-router'
import { useRouter } from '@tanstack/react-router'
import { problemOf } from '../problem.ts'
import { Button, ButtonLink } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { Page } from './page.tsx'

/** A page that failed says what failed and offers another try; the rest of the screen lives. */
export function PageError({ error, reset }: ErrorComponentProps) {
  const router = useRouter()
  const problem = problemOf(error)
  if (problem.code === 'not_found') return <PageNotFound />
  if (problem.code === 'not_allowed') return <PageNotAllowed sentence={problem.sentence} />
  // The same question gets the same answer: what helps is the page without it.
  const is_misasked = problem.code === 'invalid' && router.state.location.searchStr !== ''
  return (
    <Page title="This page could not be shown">
      <EmptyState sentence={problem.sentence}>
        {is_misasked ? (
          <Button
            onClick={() => {
              reset()
              router.history.replace(router.state.location.pathname)
            }}
          >
            Open the page from its beginning
          </Button>
        ) : (
          <Button
            onClick={() => {
              reset()
              void router.invalidate()
            }}
          >
            Try again
          </Button>
        )}
      </EmptyState>
    </Page>
  )
}

export function PageNotFound() {
  return (
    <Page title="Not found">
      <EmptyState sentence="There is nothing at this address. If it was copied, check that all of it came along.">
        <ButtonLink to="/">Go to the start</ButtonLink>
      </EmptyState>
    </Page>
  )
}

/** What it is and who can open it, in the server's own words. */
export function PageNotAllowed({ sentence }: { sentence: string }) {
  return (
    <Page title="Not open to your role">
      <EmptyState sentence={sentence}>
        <ButtonLink to="/">Go to the start</ButtonLink>
      </EmptyState>
    </Page>
  )
}

/** The frame of a page while it is on its way. */
export function PageLoading() {
  return (
    <div className="page" aria-busy="true">
      <span role="status" className="visually-hidden">
        Loading
      </span>
      <Skeleton lines={9} height="60vh" />
    </div>
  )
}

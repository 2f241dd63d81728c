import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { trpc } from '../api.ts'
import { PageError } from '../shell/page-states.tsx'
import { Page } from '../shell/page.tsx'
import { Button, ButtonAnchor, ButtonLink } from '../ui/button.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { DocumentSheet } from './client-document.tsx'

const route = getRouteApi('/hub/reviews/$reference/document')

/** What the client is given after a review: to print, to take as a PDF, or to read here. */
export function ClientDocumentPage() {
  const { reference } = route.useParams()
  const { data, error, refetch } = useQuery(trpc.plans.document.queryOptions({ reference }, { staleTime: 0 }))
  if (!data && error) return <PageError error={error} reset={() => void refetch()} />
  return (
    <Page
      title="Document for the business"
      tabTitle={data?.title ?? reference}
      actions={
        <>
          <ButtonLink to="/reviews/$reference/plan" params={{ reference }} icon="back">
            Training plan
          </ButtonLink>
          <Button icon="print" onClick={() => globalThis.print()}>
            Print
          </Button>
          <ButtonAnchor
            look="filled"
            icon="download"
            href={`/reviews/${encodeURIComponent(reference)}/plan.pdf`}
            download
          >
            Download PDF
          </ButtonAnchor>
        </>
      }
    >
      {data ? <DocumentSheet document={data} /> : <Skeleton lines={12} height="70vh" />}
    </Page>
  )
}

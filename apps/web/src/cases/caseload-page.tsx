import { Page } from '../shell/page.tsx'
import { Skeleton } from '../ui/skeleton.tsx'

export function CaseloadPage() {
  return (
    <Page title="My caseload">
      <Skeleton lines={6} height="50vh" />
    </Page>
  )
}

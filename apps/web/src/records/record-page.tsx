import { Page } from '../shell/page.tsx'
import { Skeleton } from '../ui/skeleton.tsx'

export function RecordPage() {
  return (
    <Page title="Record">
      <Skeleton lines={6} height="50vh" />
    </Page>
  )
}

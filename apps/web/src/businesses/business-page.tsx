import { Page } from '../shell/page.tsx'
import { Skeleton } from '../ui/skeleton.tsx'

export function BusinessPage() {
  return (
    <Page title="Business">
      <Skeleton lines={6} height="50vh" />
    </Page>
  )
}

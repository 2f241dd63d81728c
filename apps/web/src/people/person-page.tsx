import { Page } from '../shell/page.tsx'
import { Skeleton } from '../ui/skeleton.tsx'

export function PersonPage() {
  return (
    <Page title="Person">
      <Skeleton lines={6} height="50vh" />
    </Page>
  )
}

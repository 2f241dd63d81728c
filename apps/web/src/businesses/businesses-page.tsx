import { Page } from '../shell/page.tsx'
import { Skeleton } from '../ui/skeleton.tsx'

export function BusinessesPage() {
  return (
    <Page title="Businesses">
      <Skeleton lines={6} height="50vh" />
    </Page>
  )
}

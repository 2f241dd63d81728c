import { Page } from '../shell/page.tsx'
import { Skeleton } from '../ui/skeleton.tsx'

export function UnitsPage() {
  return (
    <Page title="Behind the figure">
      <Skeleton lines={6} height="50vh" />
    </Page>
  )
}

import { Page } from '../shell/page.tsx'
import { Skeleton } from '../ui/skeleton.tsx'

export function PeoplePage() {
  return (
    <Page title="People and roles">
      <Skeleton lines={6} height="50vh" />
    </Page>
  )
}

import { Page } from '../shell/page.tsx'
import { Skeleton } from '../ui/skeleton.tsx'

export function RegisterPersonPage() {
  return (
    <Page title="Register a person">
      <Skeleton lines={6} height="50vh" />
    </Page>
  )
}

import { Page } from '../shell/page.tsx'
import { Skeleton } from '../ui/skeleton.tsx'

export function FindPage() {
  return (
    <Page title="Find">
      <Skeleton lines={6} height="50vh" />
    </Page>
  )
}

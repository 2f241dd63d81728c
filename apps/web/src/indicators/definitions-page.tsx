import { Page } from '../shell/page.tsx'
import { Skeleton } from '../ui/skeleton.tsx'

export function DefinitionsPage() {
  return (
    <Page title="What counts">
      <Skeleton lines={6} height="50vh" />
    </Page>
  )
}

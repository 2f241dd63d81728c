import { Page } from '../shell/page.tsx'
import { Skeleton } from '../ui/skeleton.tsx'

export function BoardPage() {
  return (
    <Page title="Headline board">
      <Skeleton lines={6} height="50vh" />
    </Page>
  )
}

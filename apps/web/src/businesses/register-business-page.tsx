import { Page } from '../shell/page.tsx'
import { Skeleton } from '../ui/skeleton.tsx'

export function RegisterBusinessPage() {
  return (
    <Page title="Register a business">
      <Skeleton lines={6} height="50vh" />
    </Page>
  )
}

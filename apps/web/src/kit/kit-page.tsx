import { useEffect } from 'react'
import { Page } from '../shell/page.tsx'
import { listenForShortcuts } from '../ui/shortcuts.ts'
import { Tag } from '../ui/tag.tsx'
import { ToastRegion } from '../ui/toast.tsx'
import { Controls } from './controls.tsx'
import { Grids } from './grids.tsx'
import { Lists } from './lists.tsx'
import { Overlays } from './overlays.tsx'
import { Pictures } from './pictures.tsx'
import { Problems } from './problems.tsx'

/** Every part of the kit in its states, to look at and to test. */
export function KitPage() {
  useEffect(listenForShortcuts, [])
  return (
    <main id="main">
      <Page title="House kit" note={<Tag tone="info">Workbench</Tag>}>
        <Controls />
        <Overlays />
        <Pictures />
        <Lists />
        <Grids />
        <Problems />
      </Page>
      <ToastRegion />
    </main>
  )
}

import type { ReactNode } from 'react'
import type { IconName } from './icon.tsx'

export type MenuItem = {
  id: string
  words: ReactNode
  /** What typing a letter finds; needed when `words` is not plain text. */
  name?: string | undefined
  icon?: IconName | undefined
  keys?: string | undefined
  tone?: 'usual' | 'danger' | undefined
  chosen?: boolean | undefined
  run: () => void
}

export type MenuGroup = { title?: string | undefined; items: readonly MenuItem[] }

import { lazy, type ReactNode, Suspense, useRef, useState } from 'react'
import { Button } from './button.tsx'
import type { MenuGroup } from './menu-choices.ts'

type Props = {
  /** The button's whole name: "More for Amberwood Bakery Ltd". */
  label: string
  groups: readonly MenuGroup[]
  /** Above the choices: not a choice itself. */
  head?: ReactNode
  /** What is drawn in place of the three dots. */
  face?: ReactNode
  className?: string | undefined
}

const load = () => import('./menu-popover.tsx')
const MenuPopover = lazy(() => load().then((module) => ({ default: module.MenuPopover })))

/** A button that opens a menu; the menu's code comes when the pointer nears it. */
export function Menu({ label, groups, head, face, className }: Props) {
  const [open, setOpen] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  const wiring = {
    ref: button,
    'aria-haspopup': 'menu' as const,
    'aria-expanded': open,
    onPointerEnter: () => void load(),
    onFocus: () => void load(),
    onClick: () => setOpen(true),
  }
  return (
    <>
      {face ? (
        <button type="button" className={className} {...wiring}>
          {face}
          <span className="visually-hidden"> {label}</span>
        </button>
      ) : (
        <Button look="quiet" size="small" icon="more" iconOnly {...wiring}>
          {label}
        </Button>
      )}
      {open && (
        <Suspense fallback={null}>
          <MenuPopover label={label} groups={groups} head={head} trigger={button} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  )
}

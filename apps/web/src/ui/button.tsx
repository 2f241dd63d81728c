import { createLink } from '@tanstack/react-router'
import type { AnchorHTMLAttributes, ButtonHTMLAttributes, ReactNode, Ref } from 'react'
import './button.css'
import { Icon, type IconName } from './icon.tsx'

type Look = {
  /** `filled` once a page; `plain` for the rest; `quiet` inside rows and panels; `danger` for what takes away. */
  look?: 'filled' | 'plain' | 'quiet' | 'danger' | undefined
  size?: 'small' | 'usual' | undefined
  icon?: IconName | undefined
  /** Shown at the end, as in "Ctrl ↵". */
  keys?: string | undefined
  /** Only the icon is seen; the words remain its name. */
  iconOnly?: boolean | undefined
}

type ButtonProps = ButtonHTMLAttributes<HTMLButtonElement> &
  Look & {
    ref?: Ref<HTMLButtonElement> | undefined
    /** Words while the work is under way, as in "Saving". A press meanwhile does nothing. */
    busy?: string | undefined
  }

/** A button that is never dead without a reason: while busy it says what it is doing. */
export function Button({ look, size, icon, keys, iconOnly, busy, children, onClick, className, ...rest }: ButtonProps) {
  return (
    <button
      type="button"
      {...rest}
      className={classes({ look, size, iconOnly }, className)}
      aria-disabled={busy ? true : undefined}
      onClick={busy ? (event) => event.preventDefault() : onClick}
    >
      <Inside icon={icon} keys={keys} iconOnly={iconOnly}>
        {busy ?? children}
      </Inside>
    </button>
  )
}

type AnchorProps = AnchorHTMLAttributes<HTMLAnchorElement> & Look & { ref?: Ref<HTMLAnchorElement> | undefined }

/** An ordinary link that looks like a button, for a download or another site. */
export function ButtonAnchor({ look, size, icon, keys, iconOnly, children, className, ...rest }: AnchorProps) {
  return (
    <a {...rest} className={classes({ look, size, iconOnly }, className)}>
      <Inside icon={icon} keys={keys} iconOnly={iconOnly}>
        {children}
      </Inside>
    </a>
  )
}

/** A link within the app that looks like a button: takes `to`, `params`, `search`. */
export const ButtonLink = createLink(ButtonAnchor)

function classes(
  { look = 'plain', size = 'usual', iconOnly }: Pick<Look, 'look' | 'size' | 'iconOnly'>,
  more = '',
): string {
  return `button ${look} ${size} ${iconOnly ? 'icon-only ' : ''}${more}`.trimEnd()
}

function Inside({ icon, keys, iconOnly, children }: Look & { children: ReactNode }) {
  return (
    <>
      {icon && <Icon name={icon} />}
      {iconOnly ? <span className="visually-hidden">{children}</span> : <span>{children}</span>}
      {keys && <kbd aria-hidden="true">{keys}</kbd>}
    </>
  )
}

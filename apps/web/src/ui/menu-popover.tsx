import type { ReactNode, RefObject } from 'react'
import { Header, Menu, MenuItem, MenuSection, Popover } from 'react-aria-components'
import { Icon } from './icon.tsx'
import './menu.css'
import type { MenuGroup } from './menu-choices.ts'

type Props = {
  label: string
  groups: readonly MenuGroup[]
  head: ReactNode
  trigger: RefObject<HTMLButtonElement | null>
  onClose: () => void
}

/** The open half of `Menu`: arrows, letters, Esc and the return of focus come from React Aria. */
export function MenuPopover({ label, groups, head, trigger, onClose }: Props) {
  const items = groups.flatMap((group) => group.items)
  return (
    <Popover
      triggerRef={trigger}
      isOpen
      onOpenChange={(open) => !open && onClose()}
      placement="bottom end"
      className="menu"
      aria-label={label}
    >
      {head && <div className="menu-head">{head}</div>}
      <Menu
        aria-label={label}
        autoFocus="first"
        className="menu-list"
        onAction={(id) => items.find((item) => item.id === id)?.run()}
        onClose={onClose}
      >
        {groups.map((group, at) => (
          <MenuSection key={group.title ?? at} aria-label={group.title ?? label}>
            {group.title && <Header className="menu-title">{group.title}</Header>}
            {group.items.map((item) => (
              <MenuItem
                key={item.id}
                id={item.id}
                className={`menu-item ${item.tone ?? 'usual'}`}
                textValue={item.name ?? String(item.words)}
              >
                {item.icon && <Icon name={item.icon} />}
                <span className="menu-words">{item.words}</span>
                {item.chosen && <Icon name="check" />}
                {item.keys && <kbd aria-hidden="true">{item.keys}</kbd>}
              </MenuItem>
            ))}
          </MenuSection>
        ))}
      </Menu>
    </Popover>
  )
}

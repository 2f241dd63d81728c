import { Checkbox } from './checkbox.tsx'
import { Dialog } from './dialog.tsx'
import './shortcut-help.css'
import { keyWords, switchSingleKeys, useShortcutList, useSingleKeys } from './shortcuts.ts'

/** What `?` opens: the keys of this page, and the switch for single keys. */
export function ShortcutHelp({ open, onClose }: { open: boolean; onClose: () => void }) {
  const groups = Map.groupBy(useShortcutList(), (shortcut) => shortcut.where)
  const on = useSingleKeys()
  return (
    <Dialog title="Keyboard shortcuts" open={open} onClose={onClose}>
      <Checkbox checked={on} onChange={(event) => switchSingleKeys(event.target.checked)}>
        Use single keys
        <span className="cell-note">Switch off if you speak to your computer. Keys with Ctrl go on working.</span>
      </Checkbox>
      {[...groups].map(([where, shortcuts]) => (
        <section key={where} className="shortcut-group">
          <h3>{where}</h3>
          <dl>
            {shortcuts.map(({ keys, words }) => (
              <div key={keys}>
                <dt>{words}</dt>
                <dd>
                  <kbd>{keyWords(keys)}</kbd>
                </dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </Dialog>
  )
}

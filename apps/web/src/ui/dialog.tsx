import { type ReactNode, useEffect, useId, useRef } from 'react'
import { Button } from './button.tsx'
import './dialog.css'

type Props = {
  title: string
  open: boolean
  /** Asked for by Esc, the cross or a press outside; keep what was typed. */
  onClose: () => void
  children: ReactNode
  /** Buttons that stay in sight at the foot. */
  foot?: ReactNode
  /** A line beside the title. */
  note?: ReactNode
}

/** A box in the middle, for one question. The browser's own dialog traps focus, answers Esc and gives focus back. */
export function Dialog(props: Props) {
  return <Modal {...props} shape="dialog" />
}

/** A sheet at the side (the whole screen on a phone), for a form that keeps the page in sight. */
export function Sheet(props: Props) {
  return <Modal {...props} shape="sheet" />
}

function Modal({ title, open, onClose, children, foot, note, shape }: Props & { shape: 'dialog' | 'sheet' }) {
  const box = useRef<HTMLDialogElement>(null)
  const opener = useRef<Element>(null)
  const titleId = useId()
  useEffect(() => {
    const dialog = box.current
    if (!dialog || !open) return
    opener.current = document.activeElement
    dialog.showModal()
    dialog.querySelector<HTMLElement>('[data-first]')?.focus()
    return () => {
      dialog.close()
      // The browser returns focus only to what had it when it opened; a removed opener leaves it nowhere.
      if (opener.current instanceof HTMLElement && opener.current.isConnected) opener.current.focus()
    }
  }, [open])
  if (!open) return null
  return (
    <dialog
      ref={box}
      className={`modal ${shape}`}
      aria-labelledby={titleId}
      onCancel={(event) => {
        event.preventDefault()
        if (event.target === box.current) onClose()
      }}
      onMouseDown={(event) => event.target === box.current && onClose()}
    >
      <div className="modal-inside">
        <header className="modal-head">
          <h2 id={titleId} tabIndex={-1}>
            {title}
          </h2>
          {note}
          <Button look="quiet" icon="close" iconOnly onClick={onClose}>
            Close
          </Button>
        </header>
        <div className="modal-body">{children}</div>
        {foot && <footer className="modal-foot">{foot}</footer>}
      </div>
    </dialog>
  )
}

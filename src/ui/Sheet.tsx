import { type ReactNode, useEffect, useRef } from 'react'
import './sheet.css'

/** A full-screen sheet over the screen: native dialog, so that Back, Escape and screen readers know it. */
export const Sheet = ({ title, close, children }: { title: string; close(): void; children: ReactNode }) => {
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    const element = dialog.current
    if (element !== null && !element.open) element.showModal()
    return () => element?.close()
  }, [])
  return (
    <dialog
      ref={dialog}
      className="sheet"
      aria-label={title}
      onCancel={(event) => {
        event.preventDefault()
        close()
      }}
    >
      {children}
    </dialog>
  )
}

'use client'
import { FileUp } from 'lucide-react'
import { type ReactNode, useEffect, useEffectEvent, useId, useRef, useState } from 'react'
import { buttonClass } from '../ui/button.tsx'

type Props = {
  /** What the control takes, and what it is called. */
  label: string
  /** On the button that opens the browser's own dialog. */
  choose: string
  hint: ReactNode
  /** Of the file dialog: endings and types. */
  accept: string
  onFiles: (files: readonly File[]) => void
}

const holdsFiles = ({ dataTransfer }: DragEvent) => dataTransfer?.types.includes('Files') ?? false

/** Takes a file: chosen in the browser's dialog, or dropped anywhere on the page. */
export function DropZone({ label, choose, hint, accept, onFiles }: Props) {
  const id = useId()
  const input = useRef<HTMLInputElement>(null)
  const [over, setOver] = useState(false)
  const take = useEffectEvent((files: FileList | null | undefined) => {
    if (files && files.length > 0) onFiles([...files])
  })

  useEffect(() => {
    // A file may have been chosen before this script was here to hear of it.
    take(input.current?.files)
    const onDrag = (event: DragEvent) => {
      if (!holdsFiles(event)) return
      // Or the browser leaves the page to show the file.
      event.preventDefault()
      setOver(event.type === 'dragover')
    }
    const onLeave = ({ relatedTarget }: DragEvent) => {
      if (relatedTarget === null) setOver(false)
    }
    const onDrop = (event: DragEvent) => {
      onDrag(event)
      take(event.dataTransfer?.files)
    }
    addEventListener('dragover', onDrag)
    addEventListener('dragleave', onLeave)
    addEventListener('drop', onDrop)
    return () => {
      removeEventListener('dragover', onDrag)
      removeEventListener('dragleave', onLeave)
      removeEventListener('drop', onDrop)
    }
  }, [])

  return (
    <div
      data-over={over}
      className="grid justify-items-center gap-2 rounded-card border border-dashed border-control px-4 py-8 text-center has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent data-[over=true]:border-accent data-[over=true]:bg-accent-weak"
    >
      <FileUp aria-hidden size={28} strokeWidth={1.5} className="text-ink-3" />
      <p className="font-medium">{label}</p>
      <label htmlFor={id} className={`cursor-pointer ${buttonClass({ variant: 'primary', size: 'mobile' })}`}>
        {choose}
      </label>
      <input
        ref={input}
        id={id}
        type="file"
        accept={accept}
        aria-describedby={`${id}-hint`}
        className="sr-only"
        onChange={({ currentTarget }) => {
          take(currentTarget.files)
          // The same file, mended, can be chosen again.
          currentTarget.value = ''
        }}
      />
      <p id={`${id}-hint`} className="max-w-prose text-xs text-ink-3">
        {hint}
      </p>
    </div>
  )
}

'use client'

import { Download } from 'lucide-react'
import { Note } from '../table/note.tsx'
import { buttonClass } from '../ui/button.tsx'

export type FileLink = { name: string; href: string }

type Props = {
  words: { title: string; menu: string; filtered: string }
  primary: boolean
  /** Of what is shown, and of everything. */
  shown: readonly FileLink[]
  whole: readonly FileLink[]
}

/** The files of a screen in a panel of links; how it looks comes with the script, not in the data of each page. */
export function ExportPanel({ words, primary, shown, whole }: Props) {
  return (
    <Note
      id="export"
      title={words.title}
      className={buttonClass({ size: 'mobile', ...(primary && { variant: 'primary' }) })}
      trigger={
        <>
          <Download aria-hidden size={16} strokeWidth={1.75} />
          {words.menu}
        </>
      }
    >
      <FileLinks files={shown} />
      {shown.length > 0 ? <p className="mt-1 text-xs text-ink-3">{words.filtered}</p> : null}
      <FileLinks files={whole} className={shown.length > 0 ? 'mt-2 border-t border-line pt-1.5' : ''} />
    </Note>
  )
}

function FileLinks({ files, className }: { files: readonly FileLink[]; className?: string }) {
  if (files.length === 0) return null
  return (
    <ul className={className}>
      {files.map(({ name, href }) => (
        <li key={href}>
          <a href={href} className="block py-1.5 text-accent hover:underline">
            {name}
          </a>
        </li>
      ))}
    </ul>
  )
}

'use client'
import { Link2 } from 'lucide-react'
import { buttonClass } from '../ui/button.tsx'
import { useCopied } from '../ui/use-copied.ts'

type Props = { href: string; words: string; done: string; variant?: 'primary' | 'ghost' }

/** Puts the address of a page on the clipboard. Before any script it is a link whose address can be copied. */
export function CopyLink({ href, words, done, variant = 'ghost' }: Props) {
  const { copied, copy } = useCopied(words)
  return (
    <>
      <span role="status" className="text-sm text-ink-2">
        {copied ? done : ''}
      </span>
      <a
        href={href}
        className={buttonClass({ variant, size: 'mobile' })}
        onClick={(event) => {
          event.preventDefault()
          void copy(event.currentTarget.href)
        }}
      >
        <Link2 aria-hidden size={16} strokeWidth={1.75} />
        {words}
      </a>
    </>
  )
}

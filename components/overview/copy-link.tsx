'use client'

import { Link2 } from 'lucide-react'
import { buttonClass } from '#components/ui/button.tsx'
import { useCopied } from './use-copied.ts'

type Props = { href: string; label: string; copied: string }

/** Copies the whole address of what is shown; without a script, or where copying is refused, it is a link to it. */
export function CopyLink({ href, label, copied: done }: Props) {
  const { copied, copy } = useCopied()
  return (
    <a
      href={href}
      className={`${buttonClass({ variant: 'ghost', size: 'mobile' })} ml-auto`}
      onClick={(event) => {
        if (!navigator.clipboard) return
        event.preventDefault()
        copy(new URL(href, window.location.href).href).catch(() => window.location.assign(href))
      }}
    >
      <Link2 aria-hidden size={16} strokeWidth={1.75} />
      {label}
      <span role="status" className={copied ? 'text-xs font-normal' : 'sr-only'}>
        {copied ? done : ''}
      </span>
    </a>
  )
}

'use client'

import type { ReactNode } from 'react'
import type { Finding } from '#domain/finding.ts'
import { lookOf } from './finding-look.ts'

type Props = {
  kind: Finding['kind']
  /** What it is about. */
  title: string
  sentence: string
  /** By whom it was acknowledged, and why; '' while it is open. */
  seen: string
  /** The way to its figures and what it is called; absent where there is no one place. */
  way?: { href: string; words: string }
  /** Below it: what can be done with it. */
  children?: ReactNode
}

/** A finding as it looks: that comes with the script, not with the data of every finding. */
export function FindingRow({ kind, title, sentence, seen, way, children }: Props) {
  const { icon: Icon, tone } = lookOf(kind)
  return (
    <li className="grid grid-cols-[--spacing(5)_minmax(0,1fr)_auto] items-start gap-x-2 border-line py-2 not-first:border-t">
      <Icon aria-hidden size={16} strokeWidth={1.75} className={`mt-0.5 ${tone}`} />
      <div className="grid gap-0.5">
        <h3 className="text-sm font-medium">{title}</h3>
        <p className="text-xs leading-4.5 text-ink-2">{sentence}</p>
        {seen ? <p className="text-xs leading-4.5 text-ink-3">{seen}</p> : null}
        {children}
      </div>
      {way ? (
        // No soft link: only the browser itself lights up what an address points at.
        <a href={way.href} className="inline-block py-0.5 text-sm text-accent hover:underline">
          {way.words}
          <span className="sr-only">{`: ${title}`}</span>
        </a>
      ) : null}
    </li>
  )
}

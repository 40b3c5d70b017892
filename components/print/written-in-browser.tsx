'use client'

import type { ReactNode } from 'react'
import { useInBrowser } from '#components/ui/use-in-browser.ts'

type Props = {
  /** What stands for it where no script has run. */
  withoutScript: string
  children?: ReactNode
}

/** A form that only print shows, made in the browser when there is time: it would be a good part of every document. */
export function WrittenInBrowser({ withoutScript, children }: Props) {
  if (useInBrowser()) return children
  return (
    <noscript>
      <p className="bieu">{withoutScript}</p>
    </noscript>
  )
}

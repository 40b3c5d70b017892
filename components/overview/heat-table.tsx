'use client'

import { useRouter } from 'next/navigation'
import { useCallback } from 'react'
import { type HeatData, heatHtml } from './heat-html.ts'
import { listenToHeat } from './heat-listen.ts'

/**
 * Units × indicators as one text of HTML: React makes no cell, and one listener of each kind hears all. The server writes
 * the table without its cells; in the browser all of it is written once, as soon as there is an element for it.
 */
export function HeatTable({ table }: { table: HeatData }) {
  const router = useRouter()
  const write = useCallback(
    (frame: HTMLDivElement) => {
      frame.innerHTML = heatHtml(table, true)
      return listenToHeat(frame, (address) => router.push(address))
    },
    [table, router],
  )
  const onServer = typeof window === 'undefined'
  return (
    <div
      ref={write}
      className="heat-frame shown-whole"
      suppressHydrationWarning
      // biome-ignore lint/security/noDangerouslySetInnerHtml: written by `html`, which escapes whatever is put in
      dangerouslySetInnerHTML={{ __html: onServer ? heatHtml(table, false) : '' }}
    />
  )
}

'use client'

import { useRouter } from 'next/navigation'
import { useEffect, useRef } from 'react'
import type { HeatData } from './heat-data.ts'
import { heatHtml } from './heat-html.ts'
import { listenToHeat } from './heat-listen.ts'

/**
 * Units × indicators. The table is one string of escaped HTML: React neither hydrates nor compares its cells, and one
 * listener of each kind hears them all.
 */
export function HeatTable({ data }: { data: HeatData }) {
  const frame = useRef<HTMLDivElement>(null)
  const router = useRouter()
  useEffect(
    () => (frame.current ? listenToHeat(frame.current, data, (address) => router.push(address)) : undefined),
    [data, router],
  )
  return (
    <div
      ref={frame}
      className="heat-frame"
      // biome-ignore lint/security/noDangerouslySetInnerHtml: written by `html`, which escapes whatever is put in
      dangerouslySetInnerHTML={{ __html: heatHtml(data) }}
    />
  )
}

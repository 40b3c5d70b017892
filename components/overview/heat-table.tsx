'use client'

import { useRouter } from 'next/navigation'
import { useEffect, useMemo, useRef } from 'react'
import { useInBrowser } from '#components/ui/use-in-browser.ts'
import { type HeatData, heatHtml } from './heat-html.ts'
import { listenToHeat } from './heat-listen.ts'

/** Units × indicators as one text of HTML: React makes no cell, and one listener of each kind hears all. */
export function HeatTable({ table }: { table: HeatData }) {
  const frame = useRef<HTMLDivElement>(null)
  const router = useRouter()
  const inBrowser = useInBrowser()
  const written = useMemo(() => heatHtml(table, inBrowser), [table, inBrowser])
  // biome-ignore lint/correctness/useExhaustiveDependencies: another table is listened to anew
  useEffect(
    () => (frame.current && inBrowser ? listenToHeat(frame.current, (address) => router.push(address)) : undefined),
    [written, inBrowser, router],
  )
  return (
    <div
      ref={frame}
      className="heat-frame"
      // biome-ignore lint/security/noDangerouslySetInnerHtml: written by `html`, which escapes whatever is put in
      dangerouslySetInnerHTML={{ __html: written }}
    />
  )
}

'use client'

import { useRouter } from 'next/navigation'
import { useEffect, useRef } from 'react'
import { listenToHeat } from './heat-listen.ts'

/** Units × indicators as one text of HTML (heat-html.ts): React makes no cell, and one listener of each kind hears all. */
export function HeatTable({ table }: { table: string }) {
  const frame = useRef<HTMLDivElement>(null)
  const router = useRouter()
  // biome-ignore lint/correctness/useExhaustiveDependencies: another table is listened to anew
  useEffect(
    () => (frame.current ? listenToHeat(frame.current, (address) => router.push(address)) : undefined),
    [table, router],
  )
  return (
    <div
      ref={frame}
      className="heat-frame"
      // biome-ignore lint/security/noDangerouslySetInnerHtml: written by `html`, which escapes whatever is put in
      dangerouslySetInnerHTML={{ __html: table }}
    />
  )
}

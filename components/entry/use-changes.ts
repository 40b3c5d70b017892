'use client'
import { useEffect, useRef } from 'react'
import type { FigureKind } from '#domain/figure.ts'
import type { Quantity } from '#domain/quantity.ts'
import type { SheetAddress } from './cell-place.ts'
import type { EntryStore } from './entry-store.ts'
import { PATIENCE, sheetApi } from './send-parcel.ts'

type Changes = {
  seq: number
  page: boolean
  figures: {
    indicator: string
    kind: FigureKind
    quantity: Quantity | null
    version: number
    by: string | null
    at: string | null
  }[]
}

/** Milliseconds between two looks at what others wrote. */
const LOOK = 5000
/** Nobody touched the window for so long: looking on would keep a session alive that nobody uses. */
const AWAY = 10 * 60_000

/** That somebody is there. */
const signs = ['focus', 'keydown', 'pointerdown'] as const

/**
 * What others write appears while the sheet is open, as long as somebody looks at the window; `seq` is the row of the
 * journal under which the page was read. Where more than figures changed, the page is read anew.
 */
export function useChanges(store: EntryStore, sheet: SheetAddress, seq: number, readPage: () => void): void {
  const since = useRef(seq)
  useEffect(() => {
    since.current = seq
  }, [seq])

  useEffect(() => {
    let looking = false
    let touched = Date.now()
    const touch = () => {
      touched = Date.now()
    }
    const look = async () => {
      if (looking || document.visibilityState === 'hidden' || Date.now() - touched > AWAY) return
      looking = true
      try {
        const response = await fetch(`${sheetApi(sheet)}/changes?since=${since.current}`, {
          signal: AbortSignal.timeout(PATIENCE),
        })
        if (!response.ok) return
        // The shape is that of our own route, changes/route.ts.
        const changes = (await response.json()) as Changes
        if (changes.figures.length > 0) store.receive(changes.figures)
        // The page says itself under which row it was read.
        if (changes.page) readPage()
        else since.current = changes.seq
      } catch {
        // A network that is away is told by what waits to be saved.
      } finally {
        looking = false
      }
    }
    const timer = setInterval(look, LOOK)
    for (const sign of signs) addEventListener(sign, touch)
    return () => {
      clearInterval(timer)
      for (const sign of signs) removeEventListener(sign, touch)
    }
  }, [store, sheet, readPage])
}

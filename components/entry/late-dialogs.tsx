'use client'
import dynamic from 'next/dynamic'
import { useEffect } from 'react'
import { useScreen } from './entry-context.tsx'

/**
 * What few visits need comes after the page, but at once: when it is needed the network may be away. Also the rules of
 * pasting, which nothing else asks for.
 */
const load = {
  details: () => import('./cell-details.tsx').then(({ CellDetails }) => CellDetails),
  shortcuts: () => import('./shortcuts.tsx').then(({ Shortcuts }) => Shortcuts),
  documents: () => import('./document-picker.tsx').then(({ DocumentPicker }) => DocumentPicker),
  paste: () => import('./paste-dialog.tsx').then(({ PasteDialog }) => PasteDialog),
  rules: () => import('#domain/block.ts'),
}
export const loadPasteRules = load.rules

const CellDetails = dynamic(load.details, { ssr: false })
export const LateShortcuts = dynamic(load.shortcuts, { ssr: false })
export const LateDocumentPicker = dynamic(load.documents, { ssr: false })
export const LatePasteDialog = dynamic(load.paste, { ssr: false })

export function LateDialogs() {
  const details = useScreen((screen) => screen.details)
  useEffect(() => {
    // Where the network is away already, it is asked for again when it is needed.
    for (const one of Object.values(load)) one().catch(() => undefined)
  }, [])
  return details === null ? null : <CellDetails cellKey={details} />
}

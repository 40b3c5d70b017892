'use client'
import { type FunctionComponent, lazy, type ReactNode, Suspense, useEffect } from 'react'
import { useScreen } from './entry-context.tsx'

/**
 * What few visits need comes after the page, but at once: when it is needed the network may be away. Also the rules of
 * pasting, which nothing else asks for.
 */
const load = {
  details: () => import('./cell-details.tsx').then(({ CellDetails }) => CellDetails),
  finding: () => import('./finding-words.tsx').then(({ FindingWords }) => FindingWords),
  revisions: () => import('./revisions.tsx').then(({ CellRevisions }) => CellRevisions),
  selection: () => import('./selection-words.tsx').then(({ SelectionWords }) => SelectionWords),
  shortcuts: () => import('./shortcuts.tsx').then(({ Shortcuts }) => Shortcuts),
  reason: () => import('./reason-form.tsx').then(({ ReasonForm }) => ReasonForm),
  lines: () => import('./line-drawer.tsx').then(({ LineDrawer }) => LineDrawer),
  paste: () => import('./paste-dialog.tsx').then(({ PasteDialog }) => PasteDialog),
  submit: () => import('./submit-question.tsx').then(({ SubmitQuestion }) => SubmitQuestion),
  rules: () => import('#domain/block.ts'),
}
export const loadPasteRules = load.rules

/** Milliseconds before a part that did not come is asked for again. */
const AGAIN = 3000

/** A part that does not come, because the network is away, must not take the grid with it: it is waited for. */
const patiently = <Part,>(find: () => Promise<Part>): Promise<Part> =>
  find().catch(async () => {
    await new Promise((passed) => setTimeout(passed, AGAIN))
    return patiently(find)
  })

/** The component when it is there, and `meanwhile` until then. Not `next/dynamic`, which weighs more than most of them. */
function late<Props extends object>(find: () => Promise<FunctionComponent<Props>>, meanwhile: ReactNode = null) {
  const Late = lazy(async () => ({ default: await patiently(find) }))
  return (props: Props) => (
    <Suspense fallback={meanwhile}>
      <Late {...props} />
    </Suspense>
  )
}

const CellDetails = late(load.details)
export const LateReasonForm = late(load.reason)
export const LateRevisions = late(load.revisions, <p className="text-sm text-ink-3">…</p>)
export const LateFindingWords = late(load.finding, '…')
export const LateSelectionWords = late(load.selection)
export const LateShortcuts = late(load.shortcuts)
export const LateLineDrawer = late(load.lines)
export const LateSubmitQuestion = late(load.submit)
export const LatePasteDialog = late(load.paste)

export function LateDialogs() {
  const details = useScreen((screen) => screen.details)
  useEffect(() => {
    // Where the network is away already, it is asked for again when it is needed.
    for (const one of Object.values(load)) one().catch(() => undefined)
  }, [])
  return details === null ? null : <CellDetails cellKey={details} />
}

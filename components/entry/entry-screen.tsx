'use client'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { type ReactNode, useEffect, useMemo, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import type { SheetLine } from '#domain/sheet.ts'
import type { SheetState } from '#domain/sheet-state.ts'
import type { PlanKinds } from '../table/words.ts'
import { Card } from '../ui/card.tsx'
import { Empty } from '../ui/empty.tsx'
import { Notice } from '../ui/notice.tsx'
import { CellHistory } from './cell-history.tsx'
import type { CellKey, EntryColumn, Locale, Previous, SheetAddress } from './cell-place.ts'
import { EntryProvider } from './entry-context.tsx'
import { EntryGrid } from './entry-grid.tsx'
import { EntryHead, type Submission } from './entry-head.tsx'
import { createEntryStore } from './entry-store.ts'
import type { CellFinding } from './find-in-cells.ts'
import { LateDialogs } from './late-dialogs.tsx'
import { PendingList } from './pending-list.tsx'
import { PhoneBar } from './phone-bar.tsx'
import { PhoneList } from './phone-list.tsx'
import { ReasonBar, ReasonDialog } from './reason-dialog.tsx'
import { sendParcel } from './send-parcel.ts'
import { StatusBar } from './status-bar.tsx'
import { UndoNotice } from './undo-notice.tsx'
import { keeperOf } from './unsent.ts'
import { useChanges } from './use-changes.ts'
import { useDesk } from './use-desk.ts'
import { useEntryTable } from './use-entry-table.ts'
import { useGuards } from './use-guards.ts'
import { usePaste } from './use-paste.tsx'

type Props = {
  title: string
  sheet: SheetAddress
  /** The account's id: what is typed here is saved under no other, whoever signs in meanwhile. */
  person: string
  state: SheetState
  /** Already written out; null where none is set. */
  dueDate: string | null
  locale: Locale
  /** Those on the sheet, in its order; the ended ones are left out. */
  lines: readonly SheetLine[]
  /** The row of the journal under which this was read. */
  seq: number
  /** The live lines of the year before, for the checks. */
  previousLines: readonly SheetLine[]
  /** What the checks find in the lines as they are recorded. */
  findings: readonly CellFinding[]
  planKinds: PlanKinds
  columns: EntryColumn[]
  /** Where the other columns are, or are not, shown. */
  otherColumns: { href: string; more: boolean }
  previous: Record<string, Previous>
  /** The cell that is active at first; null on a sheet without lines. */
  active: CellKey | null
  /** Why nothing here can be changed; null where something can. */
  closed: string | null
  backHref: string
  importHref: string | null
  /** Null where this person may not submit. */
  submission: Submission | null
  /** Forms for adding and ending lines; null where they are not offered. */
  lineForms: ReactNode
}

/** The entry screen: a grid on a desk, one column at a time on a phone, over the same cells. */
export function EntryScreen(props: Props) {
  const { title, sheet, person, state, locale, lines, columns, previous, active, closed, submission, lineForms } = props
  const { previousLines, findings, planKinds, seq } = props
  const t = useTranslations('entry')
  const desk = useDesk()
  const router = useRouter()
  const grid = useRef<HTMLTableElement>(null)
  const list = useRef<HTMLDivElement>(null)
  const [store] = useState(() =>
    createEntryStore({
      lines,
      previousLines,
      findings,
      locale,
      needsReason: state === 'submitted',
      active,
      send: (parcel) => sendParcel(sheet, person, parcel, locale),
      keeper: keeperOf(person, sheet),
    }),
  )
  const firstOpen = columns.find((column) => column.closed === null) ?? columns[0]
  const [kind, setKind] = useState<string>((active && store.place(active)?.kind) ?? firstOpen?.kind ?? '')
  const { table, rows, goTo: goToInGrid, move } = useEntryTable(store, lines, columns, grid)
  useGuards(store)
  useChanges(store, sheet, seq, router.refresh)

  useEffect(() => store.refresh(lines, state === 'submitted'), [store, lines, state])
  useEffect(() => store.start(), [store])

  const { onPaste, dialog: pasteDialog } = usePaste({ store, lines, columns, locale })

  const entry = useMemo(() => {
    const goTo = (key: CellKey, extend?: boolean) => {
      if (grid.current?.checkVisibility()) return goToInGrid(key, extend)
      const place = store.place(key)
      if (!place) return
      flushSync(() => setKind(place.kind))
      list.current?.querySelector<HTMLElement>(`[data-cell="${key}"]`)?.focus()
    }
    return { store, sheet, locale, planKinds, columns, previous, table, onPaste, goTo }
  }, [store, sheet, locale, planKinds, columns, previous, table, onPaste, goToInGrid])

  return (
    <EntryProvider value={entry}>
      <EntryHead {...props} />
      {closed === null ? null : <Notice tone="info">{closed}</Notice>}
      {closed === null ? (
        <noscript>
          <Notice tone="warn">{t('noScript')}</Notice>
        </noscript>
      ) : null}
      <ReasonBar />
      <UndoNotice />
      {lines.length === 0 ? (
        <Card>
          <Empty action={lineForms}>{t('noLines')}</Empty>
        </Card>
      ) : (
        <div className="grid grid-cols-1 items-start gap-3 min-[1280px]:grid-cols-[minmax(0,1fr)_300px]">
          {desk === false ? null : (
            // Until the scripts run nothing here could keep what is typed.
            <div
              inert={desk === null}
              className="hidden overflow-clip rounded-card border border-line bg-surface shadow-card desk:block"
            >
              <EntryGrid label={title} ref={grid} rows={rows} move={move} />
              <div className="border-t border-line-2 bg-sunken px-3.5">
                <StatusBar />
              </div>
            </div>
          )}
          {desk === true ? null : (
            <div inert={desk === null} className="desk:hidden">
              <PhoneList ref={list} lines={lines} kind={kind} onKind={setKind} />
              {closed === null || submission ? <PhoneBar submission={submission} /> : null}
            </div>
          )}
          <aside aria-label={t('panel')} className="grid grid-cols-1 gap-3 max-desk:pb-16">
            <PendingList />
            <CellHistory />
          </aside>
        </div>
      )}
      <ReasonDialog />
      <LateDialogs />
      {pasteDialog}
    </EntryProvider>
  )
}

'use client'
import { useFormatter, useTranslations } from 'next-intl'
import { Notice } from '../ui/notice.tsx'
import type { CellKey } from './cell-place.ts'
import { useCell, useEntry, useScreen } from './entry-context.tsx'
import type { Way } from './undo.ts'

/** Why nothing was taken back: somebody else wrote there since. */
export function UndoNotice() {
  const stopped = useScreen((screen) => screen.stopped)
  return <div role="status">{stopped ? <Stopped way={stopped.way} cellKey={stopped.key} /> : null}</div>
}

function Stopped({ way, cellKey }: { way: Way; cellKey: CellKey }) {
  const t = useTranslations('entry')
  const format = useFormatter()
  const { store, columns } = useEntry()
  const { by, at } = useCell(cellKey).recorded
  const place = store.place(cellKey)
  const column = columns.find(({ kind }) => kind === place?.kind)?.label ?? ''
  if (!place) return <Notice tone="warn">{t('stopped.ended')}</Notice>
  const address = t('address', { number: place.line.number, column })
  const time = at ? format.dateTime(new Date(at), 'moment') : ''
  return <Notice tone="warn">{t(`stopped.${way}`, { address, by: by ?? '', time })}</Notice>
}

'use client'
import { useTranslations } from 'next-intl'
import { Button } from '../ui/button.tsx'
import { Card } from '../ui/card.tsx'
import { useEntry, useScreen } from './entry-context.tsx'
import { LateRevisions } from './late-dialogs.tsx'

/** What became of the active cell: every revision, newest first, read when the cell rests and after each save. */
export function CellHistory() {
  const t = useTranslations('entry')
  const { store, columns } = useEntry()
  const active = useScreen((screen) => screen.active)
  const place = active === null ? undefined : store.place(active)
  const column = columns.find(({ kind }) => kind === place?.kind)?.label ?? ''
  return (
    <Card title={t('history.title')} meta={place ? t('address', { number: place.line.number, column }) : undefined}>
      {active && place ? (
        <>
          <LateRevisions cellKey={active} />
          <Button size="small" className="mt-2" onClick={() => store.showDetails(active)}>
            {t('details.open')}
          </Button>
        </>
      ) : (
        <p className="text-sm text-ink-3">{t('history.none')}</p>
      )}
    </Card>
  )
}

import { getFormatter, getTranslations } from 'next-intl/server'
import { readPreview } from '#app/_import/kept-preview.ts'
import { SheetsList } from '#components/import/sheets-list.tsx'
import { Card } from '#components/ui/card.tsx'
import { Notice } from '#components/ui/notice.tsx'
import type { ImportView } from '#db/queries/find-import.ts'

/** What an import wrote, or that it was taken back, and of which file. */
export async function Result({ found, by }: { found: ImportView; by: string }) {
  const [t, format, preview] = await Promise.all([getTranslations('import'), getFormatter(), readPreview(found.id)])
  const moment = (iso: string) => format.dateTime(new Date(iso), 'moment')
  const { fileName, sha256, size, at, committedAt, undoneAt } = found
  const diff = preview?.diff
  const facts = [
    [t('result.file'), fileName],
    [t('result.size'), t('result.bytes', { count: size })],
    ['SHA-256', sha256],
    [t('result.by'), by],
    [t('result.handedIn'), moment(at)],
    ...(committedAt === null ? [] : [[t('result.committedAt'), moment(committedAt)]]),
    ...(undoneAt === null ? [] : [[t('result.undoneAt'), moment(undoneAt)]]),
  ]
  return (
    <>
      <Notice tone="info">
        {undoneAt !== null
          ? t('result.undone')
          : diff
            ? t('result.written', { changes: diff.counts.new + diff.counts.changed, sheets: diff.sheets.length })
            : t('result.writtenOnly')}
      </Notice>
      {diff && diff.sheets.length > 0 ? (
        <Card flush title={t('sheets.title')} meta={t('sheets.count', { count: diff.sheets.length })}>
          <SheetsList sheets={diff.sheets} written />
        </Card>
      ) : null}
      <Card title={t('result.entry')}>
        <dl className="grid gap-x-4 gap-y-1.5 text-sm desk:grid-cols-[max-content_minmax(0,1fr)]">
          {facts.map(([name, value]) => (
            <div key={name} className="contents">
              <dt className="text-ink-3">{name}</dt>
              <dd className="wrap-anywhere max-desk:mb-1">{value}</dd>
            </div>
          ))}
        </dl>
      </Card>
    </>
  )
}

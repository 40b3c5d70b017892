import { Download } from 'lucide-react'
import Link from 'next/link'
import { getLocale, getTranslations } from 'next-intl/server'
import { RECORDS_A_PAGE, readPreviewPage } from '#app/_import/kept-preview.ts'
import { askedPage } from '#app/_server/list-page.ts'
import type { Session } from '#app/_server/session.ts'
import { CauseList } from '#components/import/cause-list.tsx'
import { CommitForm } from '#components/import/commit-form.tsx'
import { type ImportQuery, importAddress } from '#components/import/import-query.ts'
import { OutcomeTabs } from '#components/import/outcome-tabs.tsx'
import { RecordTable } from '#components/import/record-table.tsx'
import { SheetsList } from '#components/import/sheets-list.tsx'
import { Suspects } from '#components/import/suspects.tsx'
import { Pager } from '#components/layout/pager.tsx'
import { buttonClass } from '#components/ui/button.tsx'
import { Card } from '#components/ui/card.tsx'
import { Empty } from '#components/ui/empty.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { columnLetter } from '#domain/column-letter.ts'
import { type ImportDiff, type ImportGroup, importOutcomes } from '#domain/import.ts'
import type { ImportReading } from '#domain/import-reading.ts'
import { placeOf } from '#domain/page.ts'
import { recordNames } from './record-names.ts'

type Props = { session: Session; batch: string; diff: ImportDiff; reading: ImportReading; query: ImportQuery }

/** What an import would do, cell by cell, and the button that does it. */
export async function PreviewStep({ session, batch, diff, reading, query }: Props) {
  const [t, locale] = await Promise.all([getTranslations('import'), getLocale()])
  const unmatched = diff.unmatched.units.length + diff.unmatched.indicators.length
  // What our own export says besides its figures is nothing that anybody could miss.
  const ignored = reading.columns.filter(
    ({ role, label, from }, column) =>
      role === 'ignored' && label !== '' && from !== 'own' && !reading.unread.includes(column),
  )
  const unread = reading.unread.map((column) => reading.columns[column]?.label || columnLetter(column + 1))
  const remembered = Object.keys({ ...diff.remembered.units, ...diff.remembered.indicators }).length
  const changes = diff.counts.new + diff.counts.changed
  return (
    <div className="grid grid-cols-1 items-start gap-3 wide:grid-cols-[minmax(0,1fr)_25rem]">
      <div className="grid min-w-0 grid-cols-1 gap-3 wide:sticky wide:top-15 wide:order-last wide:max-h-[calc(100dvh-4.5rem)] wide:overflow-y-auto">
        <Card flush title={t('commit.title')} meta={t('sheets.count', { count: diff.sheets.length })}>
          {diff.sheets.length > 0 ? <SheetsList sheets={diff.sheets} written={false} /> : null}
          <div className="grid grid-cols-1 gap-3 border-line px-4 py-3 not-first:border-t">
            {unmatched > 0 ? (
              <Notice tone="warn">
                {t('preview.unmatched', { count: unmatched })}{' '}
                <Link href={importAddress({ batch, step: 'names' })} className="underline">
                  {t('preview.match')}
                </Link>
              </Notice>
            ) : null}
            {unread.length > 0 ? (
              <Notice tone="warn">
                {t('preview.unread', { count: unread.length, columns: unread.join(', ') })}{' '}
                <Link href={importAddress({ batch, step: 'columns' })} className="underline">
                  {t('preview.mapping')}
                </Link>
              </Notice>
            ) : null}
            <Suspects suspects={diff.suspects} style={locale} />
            {remembered > 0 ? (
              <p className="text-sm text-ink-2">
                {t('preview.remembered', { count: remembered })}{' '}
                <Link href={importAddress({ batch, step: 'names' })} className="text-accent underline">
                  {t('preview.rematch')}
                </Link>
              </p>
            ) : null}
            {reading.unitOfTable === '' ? null : (
              <p className="text-sm text-ink-2">{t('unitOfTable', { unit: reading.unitOfTable })}</p>
            )}
            {ignored.length > 0 ? (
              <p className="text-sm text-ink-2">
                {t('preview.ignored', { columns: ignored.map(({ label }) => label).join(', ') })}{' '}
                <Link href={importAddress({ batch, step: 'columns' })} className="text-accent underline">
                  {t('preview.mapping')}
                </Link>
              </p>
            ) : null}
            {diff.blank > 0 ? <p className="text-sm text-ink-2">{t('preview.blank', { count: diff.blank })}</p> : null}
            <CommitForm
              key={diff.hash}
              batch={batch}
              hash={diff.hash}
              changes={changes}
              writes={changes + diff.addedLines + diff.openedSheets > 0}
              errors={diff.counts.error}
              reasonRequired={diff.reasonRequired}
              changedPlans={diff.changedPlans}
            />
          </div>
        </Card>
      </div>
      <Difference session={session} batch={batch} diff={diff} reading={reading} query={query} />
    </div>
  )
}

/** Errors come first, then what changes: what somebody must look at. */
const urgent = ['error', 'changed', 'new', 'unchanged', 'skipped'] as const

async function Difference({ session, batch, diff, reading, query }: Props) {
  const [t, locale] = await Promise.all([getTranslations(), getLocale()])
  const { counts, groups } = diff
  const show = query.show ?? urgent.find((outcome) => counts[outcome] > 0) ?? importOutcomes[0]
  const shown = groups.filter(({ outcome }) => outcome === show)
  const group = shown.find(({ reason }) => reason === query.cause) ?? shown[0]
  const place = placeOf(group?.count ?? 0, askedPage(query.page), RECORDS_A_PAGE)
  const records = group ? await readPreviewPage(batch, group.index, place.page) : []
  const names = await recordNames(session, reading, records)
  const at = { batch, step: 'preview', show } as const
  const hrefOf = ({ reason }: ImportGroup) => importAddress({ ...at, cause: reason ?? undefined })
  return (
    <div className="grid min-w-0 grid-cols-1 gap-3">
      <OutcomeTabs counts={counts} current={show} hrefOf={(outcome) => importAddress({ ...at, show: outcome })} />
      <Card
        flush
        title={t(`import.outcome.${show}`)}
        meta={t('import.cells', { count: counts[show] })}
        actions={
          show === 'error' && counts.error > 0 ? (
            <a href={`/api/v1/imports/${batch}/errors.csv`} download className={buttonClass({ size: 'small' })}>
              <Download aria-hidden size={16} strokeWidth={1.75} />
              {t('import.preview.errorRows', { count: diff.errorRows })}
            </a>
          ) : null
        }
      >
        {group ? (
          <>
            <CauseList groups={shown} current={group.index} hrefOf={hrefOf} />
            <RecordTable label={t(`import.outcome.${show}`)} records={records} names={names} style={locale} />
          </>
        ) : (
          <Empty>{t(`import.none.${show}`)}</Empty>
        )}
      </Card>
      {group ? (
        <Pager
          place={place}
          hrefOf={(page) =>
            importAddress({ ...at, cause: group.reason ?? undefined, page: page > 1 ? String(page) : undefined })
          }
        />
      ) : null}
    </div>
  )
}

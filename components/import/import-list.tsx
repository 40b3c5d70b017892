import Link from 'next/link'
import { useFormatter, useTranslations } from 'next-intl'
import type { ImportState } from '#domain/import.ts'
import { Card } from '../ui/card.tsx'
import { Tag } from '../ui/tag.tsx'
import { DiscardButton } from './discard-button.tsx'
import { importAddress } from './import-query.ts'

export type PastImport = {
  id: string
  fileName: string
  /** `unread`: open, and was never read to its end: there is nothing to go on with. */
  state: ImportState | 'unread'
  /** When it came to that state: UTC, ISO 8601. */
  at: string
}

/** One's own imports, the newest first: those that wait can be gone on with or given up, those that were written taken back. */
export function ImportList({ imports }: { imports: readonly PastImport[] }) {
  const t = useTranslations('import')
  const format = useFormatter()
  if (imports.length === 0) return null
  return (
    <Card flush title={t('list.title')}>
      <ul className="divide-y divide-line">
        {imports.map(({ id, fileName, state, at }) => (
          <li
            key={id}
            className="relative grid grid-cols-[minmax(0,1fr)_auto] items-center gap-x-4 gap-y-1 px-4 py-2.5 hover:bg-sunken desk:grid-cols-[minmax(0,1fr)_8rem_12rem_5rem_5rem]"
          >
            <Link
              href={importAddress({ batch: id })}
              className="min-w-0 font-medium wrap-anywhere text-ink after:absolute after:inset-0 focus-inset"
            >
              {fileName}
            </Link>
            <span className="text-sm">
              {state === 'open' ? (
                <Tag>{t('state.open')}</Tag>
              ) : (
                <span className="text-ink-2">{t(`state.${state}`)}</span>
              )}
            </span>
            <span className="text-sm text-ink-2">{format.dateTime(new Date(at), 'moment')}</span>
            <span aria-hidden className="text-sm text-accent desk:text-right">
              {t(state === 'open' ? 'list.goOn' : 'list.look')}
            </span>
            {state === 'open' || state === 'unread' ? (
              // Above the link, which is as large as the row.
              <div className="relative justify-self-end max-desk:col-span-full">
                <DiscardButton batch={id} file={fileName} />
              </div>
            ) : null}
          </li>
        ))}
      </ul>
    </Card>
  )
}

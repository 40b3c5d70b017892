import { useFormatter, useTranslations } from 'next-intl'
import { TextLink } from '#components/ui/text-link.tsx'
import { isJournalAction } from '#domain/journal-actions.ts'

export type JournalTableEntry = {
  seq: number
  /** UTC, ISO 8601. */
  at: string
  action: string
  name: string
  username: string
  unit: { slug: string; name: string } | null
  year: number | null
  reason: string | null
  document: { code: string; title: string } | null
  about: Partial<Record<'fileName' | 'indicator' | 'code' | 'username', string | undefined>> &
    Partial<Record<'cells' | 'figures', number | undefined>>
}

const cell = 'px-4 py-2 align-baseline max-desk:px-0 max-desk:py-0'

/** What was done, the newest first; on a phone each row is a block. */
export function JournalTable({ label, entries }: { label: string; entries: readonly JournalTableEntry[] }) {
  const t = useTranslations()
  return (
    <div className="overflow-x-auto">
      <table aria-label={label} className="w-full text-sm max-desk:block">
        <thead className="bg-sunken text-left text-xs text-ink-3 max-desk:sr-only">
          <tr>
            {(['at', 'by', 'what', 'where', 'why'] as const).map((column) => (
              <th key={column} scope="col" className="px-4 py-2 font-medium">
                {t(`journal.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="max-desk:block">
          {entries.map((entry) => (
            <Entry key={entry.seq} entry={entry} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Entry({
  entry: { at, action, name, username, unit, year, reason, document, about },
}: {
  entry: JournalTableEntry
}) {
  const t = useTranslations('journal')
  const format = useFormatter()
  const count = about.cells ?? about.figures
  const what = [
    ...(count === undefined ? [] : [t('figures', { count })]),
    about.fileName,
    about.indicator ?? about.code,
    about.username === username ? undefined : about.username,
  ].filter((text) => text !== undefined && text !== document?.code)
  return (
    <tr className="border-line not-last:border-b max-desk:grid max-desk:gap-0.5 max-desk:px-4 max-desk:py-2.5">
      <td className={`whitespace-nowrap text-ink-2 ${cell}`}>
        <time dateTime={at}>{format.dateTime(new Date(at), 'moment')}</time>
      </td>
      <td className={cell}>
        {name} <span className="text-ink-3">{username}</span>
      </td>
      <th scope="row" className={`text-left font-normal ${cell}`}>
        <span className="font-medium">{isJournalAction(action) ? t(`action.${action}`) : action}</span>
        {what.length > 0 ? <span className="block text-ink-2 wrap-anywhere">{what.join(' · ')}</span> : null}
      </th>
      <td className={cell}>
        {unit ? (
          <TextLink href={year === null ? `/units/${unit.slug}` : `/units/${unit.slug}/${year}`}>
            {[unit.name, year].filter(Boolean).join(' ')}
          </TextLink>
        ) : null}
      </td>
      <td className={`max-w-120 text-ink-2 wrap-anywhere ${cell}`}>
        {reason}
        {document ? (
          <span className="block">
            <TextLink href={`/documents/${document.code}`}>{document.title}</TextLink>
          </span>
        ) : null}
      </td>
    </tr>
  )
}

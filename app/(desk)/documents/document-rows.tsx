import type { useFormatter, useTranslations } from 'next-intl'
import type { ListColumn, ListRow } from '#components/table/list-table.tsx'
import { Missing } from '#components/ui/missing.tsx'
import { TextLink } from '#components/ui/text-link.tsx'
import type { listFiledDocuments } from '#db/queries/document-files.ts'
import { formatFileSize } from '#domain/file-size.ts'
import type { NumberStyle } from '#domain/number-format.ts'

type Say = ReturnType<typeof useTranslations<never>>
type Speech = { t: Say; format: ReturnType<typeof useFormatter>; locale: NumberStyle }
type Entry = Awaited<ReturnType<typeof listFiledDocuments>>[number]

export const documentColumns = (t: Say): ListColumn[] => [
  { id: 'title', label: t('document.title') },
  { id: 'number', label: t('document.number') },
  { id: 'publisher', label: t('document.publisher') },
  { id: 'dated', label: t('document.dated') },
  { id: 'file', label: t('document.file') },
]

/** What each column is ordered by. */
export const documentOrders = (t: Say) => ({
  title: ({ document }: Entry) => document.title,
  number: ({ document }: Entry) => document.number,
  publisher: ({ document }: Entry) => document.publisher,
  dated: ({ document }: Entry) => document.dated,
  file: ({ file }: Entry) => file && t(`fileType.${file.type}`),
})

/** The text that is searched. */
export const documentText = ({ document: { title, number, publisher, code } }: Entry): string =>
  [title, number, publisher, code].filter(Boolean).join(' ')

/** A document as a row of the list. */
export function documentRow({ t, format, locale }: Speech, { document, file }: Entry): ListRow {
  const { code, title, number, publisher, dated } = document
  const orNone = (words: string | null, none = t('common.none')) => words || <Missing words={none} />
  const size = file && formatFileSize(file.size, locale)
  return {
    id: code,
    cells: {
      title: <TextLink href={`/documents/${code}`}>{title}</TextLink>,
      number: orNone(number),
      publisher: orNone(publisher),
      dated: orNone(dated && format.dateTime(new Date(dated), 'day')),
      file: (
        <span className="inline-block first-letter:uppercase">
          {orNone(file && `${t(`fileType.${file.type}`)} · ${size}`, t('document.noFile'))}
        </span>
      ),
    },
  }
}

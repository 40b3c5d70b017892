import { Download } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Note } from '#components/table/note.tsx'
import { buttonClass } from '#components/ui/button.tsx'

const addresses = {
  data: 'figures.csv?layout=data',
  excelVi: 'figures.csv?layout=excel-vi',
  xlsx: 'figures.xlsx?',
  xlsxUnits: 'figures.xlsx?worksheets=unit',
  bieu: 'bieu.xlsx?',
  revisions: 'revisions.csv?layout=excel-vi',
  journal: 'journal.csv?layout=excel-vi',
  allRevisions: 'revisions.csv?layout=excel-vi',
  wholeJournal: 'journal.csv?layout=excel-vi',
} as const

/** A file that a screen offers, and what it is of: the filters and columns of the screen, as an address says them. */
export type ExportFile = { file: keyof typeof addresses; of: URLSearchParams }

/** Files of figures are of what is shown; the others are whole, whatever the screen filters. */
const isShown = ({ file }: ExportFile): boolean => addresses[file].startsWith('figures.')

type Props = {
  files: readonly ExportFile[]
  primary?: boolean
}

/** What a screen shows, as a file: a panel of links that opens without a script. They are no pages: nothing prefetches. */
export function ExportMenu({ files, primary = false }: Props) {
  const t = useTranslations('exports')
  return (
    <Note
      id="export"
      title={t('title')}
      className={buttonClass({ size: 'mobile', ...(primary && { variant: 'primary' }) })}
      trigger={
        <>
          <Download aria-hidden size={16} strokeWidth={1.75} />
          {t('menu')}
        </>
      }
    >
      <FileLinks files={files.filter(isShown)} />
      <p className="mt-1 text-xs text-ink-3">{t('filtered')}</p>
      <FileLinks files={files.filter((one) => !isShown(one))} className="mt-2 border-t border-line pt-1.5" />
    </Note>
  )
}

function FileLinks({ files, className }: { files: readonly ExportFile[]; className?: string }) {
  const t = useTranslations('exports')
  if (files.length === 0) return null
  return (
    <ul className={className}>
      {files.map(({ file, of }) => (
        <li key={file}>
          <a
            href={`/export/${addresses[file]}${of.size > 0 ? `&${of}` : ''}`.replace('?&', '?')}
            className="block py-1.5 text-accent hover:underline"
          >
            {t(file)}
          </a>
        </li>
      ))}
    </ul>
  )
}

/** The parameters that are said. */
export const exportQuery = (said: Record<string, string | number | null | undefined>): URLSearchParams =>
  new URLSearchParams(
    Object.entries(said).flatMap(([name, value]) => (value ? [[name, String(value)] as [string, string]] : [])),
  )

import { useTranslations } from 'next-intl'
import { ExportPanel } from './export-panel.tsx'

const addresses = {
  data: 'figures.csv?layout=data',
  excelVi: 'figures.csv?layout=excel-vi',
  xlsx: 'figures.xlsx?',
  xlsxUnits: 'figures.xlsx?worksheets=unit',
  bieu: 'bieu.xlsx?',
  overviewBieu: 'bieu.xlsx?',
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
  const linkOf = ({ file, of }: ExportFile) => ({
    name: t(file),
    href: `/export/${addresses[file]}${of.size > 0 ? `&${of}` : ''}`.replace('?&', '?'),
  })
  return (
    <ExportPanel
      words={{ title: t('title'), menu: t('menu'), filtered: t('filtered') }}
      primary={primary}
      shown={files.filter(isShown).map(linkOf)}
      whole={files.filter((one) => !isShown(one)).map(linkOf)}
    />
  )
}

/** The parameters that are said. */
export const exportQuery = (said: Record<string, string | number | null | undefined>): URLSearchParams =>
  new URLSearchParams(
    Object.entries(said).flatMap(([name, value]) => (value ? [[name, String(value)] as [string, string]] : [])),
  )

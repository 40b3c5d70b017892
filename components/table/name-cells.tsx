import { TriangleAlert } from 'lucide-react'
import { Tag } from '#components/ui/tag.tsx'
import { nameWithin } from '#domain/indicator.ts'
import { findingText } from './findings.ts'
import { Note } from './note.tsx'
import type { SheetRow } from './sheet-rows.ts'
import type { Words } from './words.ts'

/** Number and name of a line, with what must be known before its figures are read. */
export function NameCells({ row, words }: { row: SheetRow; words: Words }) {
  const { line, findings } = row
  const { indicator } = line
  const { t } = words
  const isChild = indicator.parentCode !== null
  return (
    <>
      <td className="sheet-cell sheet-number text-center text-ink-3 max-desk:hidden">{line.number}</td>
      <th
        scope="row"
        className={`sheet-cell sheet-name font-normal max-desk:order-1 max-desk:self-start ${
          indicator.heading ? 'max-desk:col-span-7' : 'max-desk:col-span-4'
        } ${isChild ? 'pl-3 text-ink-2 desk:pl-4' : ''}`}
      >
        <span className={isChild ? 'block -indent-2.5' : ''}>
          {isChild ? '– ' : ''}
          <span className={line.endedAt === null ? '' : 'line-through'}>
            {nameWithin(words.nameOf(indicator), row.parent && words.nameOf(row.parent))}
          </span>
        </span>{' '}
        {line.endedAt === null ? null : <Tag>{t('unitYear.endedOn', { date: words.date(line.endedAt) })}</Tag>}
        {indicator.direction === 'lower' ? <Tag>{t('common.lowerIsBetter')}</Tag> : null}
        {indicator.heading || line.inAssignedSet || line.inAdoptedSet ? null : <Tag>{t('unitYear.monitored')}</Tag>}
        {findings.length > 0 ? (
          <Note
            id={`findings-${line.id}`}
            icon
            title={t('unitYear.caution')}
            className="-my-1 align-middle text-warn-graphic"
            trigger={<TriangleAlert aria-hidden size={16} strokeWidth={1.75} />}
          >
            {findings.map((finding) => (
              <p key={JSON.stringify(finding)}>{findingText(finding, indicator, words)}</p>
            ))}
          </Note>
        ) : null}
      </th>
    </>
  )
}

import { Glyph } from '#components/ui/glyph.tsx'
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
  const own = nameWithin(words.nameOf(indicator), row.parent && words.nameOf(row.parent))
  const dash = isChild ? '– ' : ''
  const name =
    line.endedAt === null ? (
      `${dash}${own}`
    ) : (
      <>
        {dash}
        <span className="line-through">{own}</span>
      </>
    )
  return (
    <>
      <td className="row-number">{line.number}</td>
      <th
        scope="row"
        className={['row-name', indicator.heading && 'row-heading', isChild && 'row-part'].filter(Boolean).join(' ')}
      >
        {isChild ? <span className="block -indent-2.5">{name}</span> : name}{' '}
        {line.endedAt === null ? null : <Tag>{t('unitYear.endedOn', { date: words.date(line.endedAt) })}</Tag>}
        {indicator.direction === 'lower' ? <Tag>{t('common.lowerIsBetter')}</Tag> : null}
        {indicator.heading || line.inAssignedSet || line.inAdoptedSet ? null : <Tag>{t('unitYear.monitored')}</Tag>}
        {findings.length > 0 ? (
          <Note
            id={`findings-${line.id}`}
            icon
            title={t('unitYear.caution')}
            className="-my-1 align-middle text-warn-graphic"
            trigger={<Glyph id="icon-caution" className="size-4" />}
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

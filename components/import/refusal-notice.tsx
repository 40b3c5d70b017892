'use client'
import { useTranslations } from 'next-intl'
import { Notice } from '../ui/notice.tsx'
import type { Refused } from './run-long.ts'

const SHOWN = 20

/** Why something was not done, where in the file, and what is kept all the same. */
export function RefusalNotice({ refused, kept }: { refused: Refused; kept: string }) {
  const t = useTranslations('import')
  const problems = refused.problems ?? []
  const named = problems.length > 0 && refused.code === 'invalid'
  return (
    <Notice tone="error">
      {named ? null : <p>{refused.message ?? t('unanswered')}</p>}
      {problems.length === 0 ? null : (
        <ul>
          {problems.slice(0, SHOWN).map(({ path, reason, message }) => (
            <li key={`${path} ${reason}`}>{sayPlace(message ?? reason, path, t)}</li>
          ))}
          {problems.length > SHOWN ? <li>{t('moreProblems', { count: problems.length - SHOWN })}</li> : null}
        </ul>
      )}
      <p>{kept}</p>
    </Notice>
  )
}

/** A problem of a place in the file names it: "row 17", "row 17, column C", or in a workbook "Tháng 12!C17". */
function sayPlace(message: string, path: string, t: ReturnType<typeof useTranslations<'import'>>): string {
  const [, row, column] = /^row (\d+)(?:, column ([A-Z]+))?$/.exec(path) ?? []
  if (row !== undefined)
    return `${column === undefined ? t('place.row', { row }) : t('place.cell', { row, column })}: ${message}`
  return /![A-Z]+\d+$/.test(path) ? `${path}: ${message}` : message
}

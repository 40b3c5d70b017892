import type { SheetLine, StatementView } from '#domain/sheet.ts'
import { linesOfSet, type StatedSet, statedSets } from './stated.ts'
import type { Words } from './words.ts'

const countsOf = ({ count, total }: StatementView) => (total === null ? String(count) : `${count}/${total}`)

/** "nguồn nêu 24/24 hoàn thành (cơ bản), trong đó 6 vượt": one sentence in the source's numbers and hedges. */
export function statedSentence({ said, parts }: StatedSet, { t }: Words): string {
  const hedged = (statement: StatementView, text: string) =>
    statement.qualifier === null ? text : `${text} (${statement.qualifier})`
  const { assigned_count: assigned, assessed_count: assessed, met_count: met, exceeded_count: exceeded } = said
  const clauses: string[] = []
  if (assigned) {
    const split = parts.map(({ setName, count }) => `${setName} ${count}`).join('; ')
    const text = hedged(assigned, t('unitYear.stated.assigned', { counts: countsOf(assigned) }))
    clauses.push(split === '' ? text : `${text} (${split})`)
  }
  if (assessed) clauses.push(hedged(assessed, t('unitYear.stated.assessed', { counts: countsOf(assessed) })))
  if (met) clauses.push(hedged(met, t('unitYear.stated.met', { counts: countsOf(met) })))
  if (exceeded) {
    clauses.push(
      met
        ? t('unitYear.stated.exceeded', { count: exceeded.count })
        : hedged(exceeded, t('unitYear.stated.exceededAlone', { counts: countsOf(exceeded) })),
    )
  }
  return clauses.join(', ')
}

export const nameOfSet = ({ setName, tier }: StatedSet, { t, kinds }: Words): string =>
  setName === null ? t(`tier.${tier}`, kinds) : t('unitYear.stated.ofSet', { name: setName })

/** "; biểu có 12/24 chỉ tiêu": how many of the stated indicators the sheet has, where that can be said. */
export function beside({ said, setName, tier }: StatedSet, lines: readonly SheetLine[], { t }: Words): string {
  const total = said.met_count?.total ?? said.assigned_count?.count ?? null
  if (setName !== null || total === null) return ''
  return `; ${t('unitYear.stated.onSheet', { lines: linesOfSet(lines, tier), total })}`
}

/** What documents state about the sheet in plain sentences, without their sources: for print. */
export const statedSentences = (
  statements: readonly StatementView[],
  lines: readonly SheetLine[],
  words: Words,
): string[] =>
  statedSets(statements).map(
    (set) => `${nameOfSet(set, words)}: ${statedSentence(set, words)}${beside(set, lines, words)}`,
  )

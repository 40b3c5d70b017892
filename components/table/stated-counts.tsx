import { Glyph } from '#components/ui/glyph.tsx'
import type { SheetLine, StatementView } from '#domain/sheet.ts'
import { statementSubjects } from '#domain/statement.ts'
import { Note } from './note.tsx'
import { Citation } from './sources.tsx'
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

/** Of which set of indicators. */
export const nameOfSet = ({ setName, tier }: StatedSet, { t, kinds }: Words): string =>
  setName === null ? t(`tier.${tier}`, kinds) : t('unitYear.stated.ofSet', { name: setName })

/** "; biểu có 12/24 chỉ tiêu": how many of the stated indicators the sheet has, where that can be said. */
function beside({ said, setName, tier }: StatedSet, lines: readonly SheetLine[], { t }: Words): string {
  const total = said.met_count?.total ?? said.assigned_count?.count ?? null
  if (setName !== null || total === null) return ''
  return `; ${t('unitYear.stated.onSheet', { lines: linesOfSet(lines, tier), total })}`
}

/** The same as StatedCounts in plain sentences, without their sources: for print. */
export const statedSentences = (
  statements: readonly StatementView[],
  lines: readonly SheetLine[],
  words: Words,
): string[] =>
  statedSets(statements).map(
    (set) => `${nameOfSet(set, words)}: ${statedSentence(set, words)}${beside(set, lines, words)}`,
  )

/** What documents state about the sheet, set by set, each beside how many of those indicators the sheet has. */
export function StatedCounts({
  id = 'stated',
  statements,
  lines,
  words,
}: {
  /** Where several sheets stand on one page: what tells their notes apart. */
  id?: string
  statements: readonly StatementView[]
  lines: readonly SheetLine[]
  words: Words
}) {
  const { t } = words
  return (
    <ul className="grid gap-1.5">
      {statedSets(statements).map((set, index) => {
        const { setName, tier } = set
        const sentence = statedSentence(set, words)
        return (
          <li key={`${tier} ${setName}`} className="flex items-start gap-1">
            <p>
              <span className="text-ink-3">{`${nameOfSet(set, words)}: `}</span>
              {sentence}
              {beside(set, lines, words)}
            </p>
            <Note
              id={`${id}-${index}`}
              icon
              className="-my-0.5"
              title={t('unitYear.sourceOf', { name: sentence })}
              trigger={<Glyph id="icon-source" className="size-4" />}
            >
              <Origins set={set} words={words} />
            </Note>
          </li>
        )
      })}
    </ul>
  )
}

/** The documents of a stated set and what they add, such as the names of the exceeded indicators. */
function Origins({ set: { said, parts }, words }: { set: StatedSet; words: Words }) {
  const statements = [...statementSubjects.flatMap((subject) => said[subject] ?? []), ...parts]
  const documents = new Map(statements.map(({ document }) => [document.code, document]))
  const notes = [...new Set(statements.flatMap(({ note }) => note ?? []))]
  return (
    <div className="grid gap-1.5">
      {notes.map((note) => (
        <p key={note}>{note}</p>
      ))}
      {[...documents.values()].map((document) => (
        <div key={document.code}>
          <Citation document={document} words={words} />
        </div>
      ))}
    </div>
  )
}

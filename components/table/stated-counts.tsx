import { Glyph } from '#components/ui/glyph.tsx'
import type { SheetLine, StatementView } from '#domain/sheet.ts'
import { statementSubjects } from '#domain/statement.ts'
import { Note } from './note.tsx'
import { Citation } from './sources.tsx'
import { type StatedSet, statedSets } from './stated.ts'
import { beside, nameOfSet, statedSentence } from './stated-sentences.ts'
import type { Words } from './words.ts'

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

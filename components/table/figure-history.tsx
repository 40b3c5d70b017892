import { Card } from '#components/ui/card.tsx'
import { Missing } from '#components/ui/missing.tsx'
import type { Change, FigureKind } from '#domain/figure.ts'
import type { Quantity } from '#domain/quantity.ts'
import type { DocumentView, SheetLine } from '#domain/sheet.ts'
import { Citation, valueText } from './sources.tsx'
import { type PlanKinds, useWords } from './words.ts'

type Revision = {
  version: number
  change: Change
  /** Null: the cell was emptied. */
  after: Quantity | null
  note: string | null
  reason: string | null
  document: DocumentView | null
  /** UTC, ISO 8601. */
  at: string
  by: string
}

type Props = { kind: FigureKind; line: SheetLine; revisions: readonly Revision[]; kinds: PlanKinds }

const cell = 'border-t border-line px-4 py-2 align-top'

/** The revisions of one figure, newest first. */
export function FigureHistory({ kind, line, revisions, kinds }: Props) {
  const words = useWords(kinds)
  const { t } = words
  return (
    <Card flush title={t(`figureKind.${kind}`, kinds)}>
      <table className="w-full text-sm max-desk:block desk:table-fixed">
        {/* The same in every card, so that the eye goes down the page. */}
        <colgroup className="max-desk:hidden">
          <col className="w-1/6" />
          <col className="w-1/6" />
          <col className="w-1/4" />
          <col />
        </colgroup>
        <thead className="text-left text-xs text-ink-2 max-desk:sr-only">
          <tr>
            {(['value', 'changed', 'who', 'why'] as const).map((name) => (
              <th key={name} scope="col" className="px-4 py-2 font-medium">
                {t(`unitYear.history.${name}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="max-desk:block">
          {revisions.map(({ version, change, after, note, reason, document, at, by }) => (
            <tr key={version} className="max-desk:grid max-desk:border-t max-desk:border-line max-desk:py-2">
              <th scope="row" className={`text-left font-semibold max-desk:border-0 max-desk:py-0.5 ${cell}`}>
                {after === null ? (
                  <Missing words={t('unitYear.history.cleared')} />
                ) : (
                  valueText(kind, { quantity: after }, line, words)
                )}
              </th>
              <td className={`text-ink-2 max-desk:border-0 max-desk:py-0.5 ${cell}`}>
                {`${t('unitYear.history.version', { version })} · ${t(`change.${change}`)}`}
              </td>
              <td className={`text-ink-2 max-desk:border-0 max-desk:py-0.5 ${cell}`}>{`${by} · ${words.time(at)}`}</td>
              <td className={`max-desk:border-0 max-desk:py-0.5 ${cell}`}>
                {reason ? <p>{t('unitYear.history.reason', { reason })}</p> : null}
                {note ? <p className="text-ink-2">{t('unitYear.history.note', { note })}</p> : null}
                {document ? <Citation document={document} words={words} /> : null}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Card>
  )
}

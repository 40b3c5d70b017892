import { Glyph } from '#components/ui/glyph.tsx'
import { type FigureKind, figureKinds, figureKindTable } from '#domain/figure.ts'
import { inPoints } from '#domain/indicator.ts'
import { formatComputed, formatMeasured, formatPoints, formatQuantity } from '#domain/quantity-format.ts'
import type { DocumentView, FigureView, IndicatorView, SheetLine } from '#domain/sheet.ts'
import { stageRevision } from '#domain/stage-revision.ts'
import { parseVerdict } from '#domain/verdict.ts'
import { Note } from './note.tsx'
import type { Words } from './words.ts'

/** A document as a source: title, publisher, number and date, and the ways to its own page and to the original. */
export function Citation({ document, words }: { document: DocumentView; words: Words }) {
  const { code, title, publisher, number, dated, url } = document
  const meta = [publisher, number, dated && words.t('unitYear.dated', { date: words.date(dated) })].filter(Boolean)
  return (
    <>
      <p className="font-medium">
        <a href={`/documents/${code}`} className="text-accent underline">
          {title}
        </a>
      </p>
      {meta.length > 0 ? <p className="text-xs text-ink-3">{meta.join(' · ')}</p> : null}
      {url ? (
        <p className="text-xs">
          <a href={url} rel="noreferrer" target="_blank" className="text-accent underline">
            {words.t('document.original')}
          </a>
        </p>
      ) : null}
    </>
  )
}

type Entry = { kind: FigureKind; figure: FigureView }

/** Figures that came together; `key` is the kind of the first one. */
type Origin = { key: FigureKind; first: FigureView; entries: Entry[] }

/** By origin: from one document, by one person, in one minute. */
function byOrigin({ figures }: SheetLine): Origin[] {
  const origins = new Map<string, Origin>()
  for (const kind of figureKinds) {
    const figure = figures[kind]
    if (!figure?.quantity) continue
    const came = `${figure.document?.code ?? ''} ${figure.by} ${figure.at.slice(0, 16)}`
    const origin = origins.get(came) ?? { key: kind, first: figure, entries: [] }
    origin.entries.push({ kind, figure })
    origins.set(came, origin)
  }
  return [...origins.values()]
}

/**
 * Where the figures of a line come from: value, document, note, who and when, and the way to what they were before;
 * null for a line without figures. `path` is that of the sheet.
 */
export function sourceContent(line: SheetLine, path: string, words: Words) {
  const origins = byOrigin(line)
  if (origins.length === 0) return null
  const { t } = words
  return (
    <Note
      id={`source-${line.id}`}
      icon
      title={t('unitYear.sourceOf', { name: words.nameOf(line.indicator) })}
      trigger={<Glyph id="icon-source" className="size-4" />}
    >
      <p className="mb-2">
        <a href={`${path}/lines/${line.indicator.code}`} className="text-accent underline">
          {t('unitYear.history.link')}
        </a>
      </p>
      {origins.map(({ key, first, entries }) => (
        <div key={key} className="note-origin">
          {first.document ? (
            <Citation document={first.document} words={words} />
          ) : (
            <p className="text-ink-3">{t('unitYear.noDocument')}</p>
          )}
          <ul>
            {entries.map(({ kind, figure }) => (
              <li key={kind}>
                {`${t(`figureKind.${kind}`, words.kinds)}: `}
                <b>{valueText(kind, figure, line, words)}</b>
                <Revised kind={kind} line={line} words={words} />
                {figure.note ? <span className="block text-xs text-ink-2">{figure.note}</span> : null}
              </li>
            ))}
          </ul>
          <p className="text-xs text-ink-3">{t('unitYear.writtenBy', { name: first.by, at: words.time(first.at) })}</p>
        </div>
      ))}
    </Note>
  )
}

/** How far a later stage of an actual went from the one before (domain rule 10). */
function Revised({ kind, line, words: { t, style } }: { kind: FigureKind; line: SheetLine; words: Words }) {
  const { indicator } = line
  const revision = stageRevision(line.figures, kind, indicator)
  if (!revision) return null
  const { from, difference, growth } = revision
  const gap = formatPoints(difference, { style, decimals: indicator.decimals })
  const change =
    growth?.unit === 'percent'
      ? `${gap} (${formatComputed(growth.change, { style, decimals: 1, signed: true })}%)`
      : `${gap} ${inPoints(indicator.valueType) ? t('common.points') : indicator.unitOfMeasure}`
  return (
    <span className="block text-xs text-ink-2">
      {t('unitYear.revised', { stage: t(`unitYear.revisedStage.${from}`), change })}
    </span>
  )
}

/** A figure as its kind is read: in the indicator's unit, in percent, or a verdict in words. */
export function valueText(
  kind: FigureKind,
  { quantity }: Pick<FigureView, 'quantity'>,
  { indicator }: { indicator: Pick<IndicatorView, 'unitOfMeasure' | 'decimals'> },
  { t, style }: Words,
): string {
  if (!quantity) return t('common.noFigure')
  switch (figureKindTable[kind].content) {
    case 'percent':
      return `${formatQuantity(quantity, { style })}%`
    case 'verdict': {
      const verdict = parseVerdict(quantity.text ?? '')
      return verdict ? t(`verdict.${verdict}`) : (quantity.text ?? '')
    }
    case 'quantity':
      return formatMeasured(quantity, { style, ...indicator })
  }
}

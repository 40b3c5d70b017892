import { useTranslations } from 'next-intl'
import type { Verdict } from '#domain/verdict.ts'
import { Chip, type ChipTone } from './chip.tsx'
import { VerdictGlyph } from './verdict-glyph.tsx'

const tones: Record<Exclude<Verdict, 'awaiting'>, ChipTone> = {
  exceeded: 'exceed',
  met: 'met',
  missed: 'miss',
  not_judged: 'none',
}

type Props = {
  verdict: Verdict
  /** Stated by a source instead of computed: dashed, and said so to screen readers. */
  reported?: boolean
  /** Shown instead of the verdict's words (a formatted percent or points); the words are then spoken. */
  text?: string
}

/** A verdict: glyph and words, filled where computed, dashed where only reported, plain where still awaited. */
export function VerdictChip({ verdict, reported = false, text }: Props) {
  const t = useTranslations('verdict')
  const words = (
    <>
      <VerdictGlyph verdict={verdict} />
      {text === undefined ? (
        t(verdict)
      ) : (
        <>
          <span className="sr-only">{t(verdict)}</span>
          {text}
        </>
      )}
      {reported ? <span className="sr-only">{t('reported')}</span> : null}
    </>
  )
  if (verdict === 'awaiting') {
    return <span className="quiet whitespace-nowrap">{words}</span>
  }
  return (
    <Chip tone={tones[verdict]} outline={reported}>
      {words}
    </Chip>
  )
}

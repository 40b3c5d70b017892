import type { ReactNode } from 'react'
import type { Words } from '#components/table/words.ts'
import type { UnitKind } from '#domain/unit.ts'

type Props = {
  /** "01"; the number of the form, not of the document. */
  number: string
  title: string
  year: number
  /** Whose form it is; null where it is of no single unit. */
  unit: { kind: UnitKind; name: string } | null
  /** Vietnamese: an official form is, whatever language the screen speaks. */
  words: Words
  /** The table. */
  children: ReactNode
  /** Below the table: notes and counts. */
  foot: ReactNode
}

/** An official form, which only print shows (app/print.css): agency and number, title, table, notes, signature. */
export function BieuFrame({ number, title, year, unit, words: { t }, children, foot }: Props) {
  return (
    <article lang="vi" className="bieu">
      <div className="bieu-head">
        <p className="bieu-agency">
          {t('bieu.agency')}
          {unit ? (
            <>
              <br />
              {t('bieu.unit', { kind: unit.kind, name: unit.name })}
            </>
          ) : null}
        </p>
        <p>{t('bieu.form', { number })}</p>
      </div>
      <h1>{title}</h1>
      <p className="bieu-reference">{t('bieu.reference', { year: String(year), kind: unit?.kind ?? 'other' })}</p>
      {children}
      <div className="bieu-foot">{foot}</div>
      <div className="bieu-sign">
        {t('bieu.onBehalf')}
        <br />
        {t('bieu.chair')}
        <p className="bieu-signer">{t('bieu.signer')}</p>
        <p className="bieu-name-line" />
      </div>
    </article>
  )
}

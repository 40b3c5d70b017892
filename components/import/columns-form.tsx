'use client'
import { useTranslations } from 'next-intl'
import { useId, useState } from 'react'
import type { ColumnRole, ImportChoices, ImportQuestion, ImportReading } from '#domain/import-reading.ts'
import { Field } from '../ui/field.tsx'
import { Input } from '../ui/input.tsx'
import { StyleChoice } from '../ui/style-choice.tsx'
import { ChoicesForm } from './choices-form.tsx'
import { ColumnRoles } from './column-roles.tsx'
import { Pick, PickList, type PickOption, picked } from './pick.tsx'

type Props = {
  batch: string
  choices: ImportChoices
  reading: ImportReading
  questions: readonly ImportQuestion[]
  /** The units that somebody may mean, and nobody else's. */
  units: readonly PickOption[]
  /** What is offered while nothing is chosen. */
  from: { unit?: string | undefined; year?: string | undefined }
}

type Wrong = Partial<Record<'columns' | 'unit' | 'year' | 'style', string>>

/** The label of the unit that is meant; of the only one, where somebody writes in no other. */
export function unitToOffer(units: readonly PickOption[], slug: string | undefined): string {
  const offered = units.length === 1 ? units[0] : units.find(({ value }) => value === slug)
  return offered?.label ?? ''
}

/** What each column holds; the unit and the year where none of them says it; how its numbers are written. */
export function ColumnsForm({ batch, choices, reading, questions, units, from }: Props) {
  const t = useTranslations('import.columns')
  const whole = useTranslations('import')
  const list = useId()
  const [roles, setRoles] = useState<Record<string, ColumnRole>>(choices.roles ?? {})
  const [unit, setUnit] = useState(unitToOffer(units, choices.unit ?? from.unit))
  const [year, setYear] = useState(String(choices.year ?? from.year ?? ''))
  const [style, setStyle] = useState(choices.style ?? null)
  const [wrong, setWrong] = useState<Wrong>({})
  const held = new Set(reading.columns.map(({ role }, index) => roles[index] ?? role))
  const styleQuestion = questions.find((question) => question.ask === 'style')
  const missing = questions.flatMap((question) => (question.ask === 'columns' ? question.missing : []))

  const read = (): ImportChoices | null => {
    const slug = held.has('unit') ? '' : picked(units, unit)
    const found: Wrong = {
      ...(slug === null && { unit: t('unknownUnit') }),
      ...(slug === '' && !held.has('unit') && { unit: t('unitMissing') }),
      ...(!held.has('year') && !/^(19|20|21)\d\d$/.test(year.trim()) && { year: t('yearMissing') }),
      ...(styleQuestion && style === null && { style: t('styleMissing') }),
    }
    setWrong(found)
    if (Object.keys(found).length > 0) return null
    return {
      ...choices,
      roles,
      unit: slug || undefined,
      year: held.has('year') ? undefined : Number(year),
      style: style ?? undefined,
    }
  }
  return (
    <ChoicesForm batch={batch} choices={read}>
      {missing.map((what) => (
        <p key={what} className="text-sm text-error">
          {t(`missing.${what}`)}
        </p>
      ))}
      <ColumnRoles
        reading={reading}
        chosen={roles}
        onChoose={(column, role) => setRoles((now) => ({ ...now, [column]: role }))}
      />
      {reading.unitOfTable === '' ? null : (
        <p className="text-sm text-ink-2">{whole('unitOfTable', { unit: reading.unitOfTable })}</p>
      )}
      {held.has('unit') && held.has('year') ? null : (
        <div className="grid items-start gap-3 desk:grid-cols-[minmax(0,24rem)_8rem]">
          {held.has('unit') ? null : (
            <Field label={t('unit')} hint={t('unitHint')} error={wrong.unit}>
              {(control) => (
                <>
                  <Pick {...control} list={list} value={unit} onChange={({ target }) => setUnit(target.value)} />
                  <PickList id={list} options={units} />
                </>
              )}
            </Field>
          )}
          {held.has('year') ? null : (
            <Field label={t('year')} error={wrong.year}>
              {(control) => (
                <Input
                  {...control}
                  inputMode="numeric"
                  autoComplete="off"
                  value={year}
                  onChange={({ target }) => setYear(target.value)}
                />
              )}
            </Field>
          )}
        </div>
      )}
      {styleQuestion ? (
        <div className="grid gap-1">
          <StyleChoice where="file" question={styleQuestion.undecided} answer={style} onAnswer={setStyle} />
          {wrong.style ? (
            <p role="alert" className="text-xs text-error">
              {wrong.style}
            </p>
          ) : null}
        </div>
      ) : null}
    </ChoicesForm>
  )
}

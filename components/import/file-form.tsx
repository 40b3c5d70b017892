'use client'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { encodings, separators } from '#domain/file-found.ts'
import type { ImportChoices, ImportQuestion, ImportReading } from '#domain/import-reading.ts'
import { Field } from '../ui/field.tsx'
import { Radio } from '../ui/radio.tsx'
import { Select } from '../ui/select.tsx'
import { ChoicesForm } from './choices-form.tsx'
import { SampleTable } from './sample-table.tsx'

type Props = {
  batch: string
  choices: ImportChoices
  /** Null while the file cannot be read. */
  reading: ImportReading | null
  questions: readonly ImportQuestion[]
}

const separatorName = { ',': 'comma', ';': 'semicolon', '\t': 'tab' } as const

/** How the file is read: its letters, its worksheet, what separates its columns, which of its rows has the labels. */
export function FileForm({ batch, choices, reading, questions }: Props) {
  const t = useTranslations('import.file')
  const asked = <Ask extends ImportQuestion['ask']>(ask: Ask) =>
    questions.find((question): question is Extract<ImportQuestion, { ask: Ask }> => question.ask === ask)
  const chosen = {
    encoding: choices.encoding ?? '',
    separator: choices.separator ?? '',
    worksheet: choices.worksheet ?? reading?.worksheet ?? '',
    headerRow: choices.headerRow ?? reading?.headerRow ?? null,
  }
  const [encoding, setEncoding] = useState<string>(chosen.encoding)
  const [separator, setSeparator] = useState<string>(chosen.separator)
  const [worksheet, setWorksheet] = useState(chosen.worksheet)
  const [headerRow, setHeaderRow] = useState(chosen.headerRow)
  const [unanswered, setUnanswered] = useState(false)
  const encodingQuestion = asked('encoding')
  const worksheets =
    asked('worksheet')?.options ?? reading?.worksheets.map((name) => ({ worksheet: name, rows: null })) ?? []
  const isWorkbook = worksheets.length > 0 && (reading === null || reading.kind === 'xlsx')

  const named = (encoding: string) => {
    const known = encodings.find((one) => one === encoding)
    return known ? t(`encodings.${known}`) : encoding
  }

  return (
    <ChoicesForm
      batch={batch}
      choices={() => {
        const open = (encodingQuestion && encoding === '') || (asked('worksheet') && worksheet === '')
        setUnanswered(Boolean(open))
        if (open) return null
        const { roles, headerRow: _, ...kept } = choices
        // Rows and columns of another table are others.
        const sameTable =
          encoding === chosen.encoding && separator === chosen.separator && worksheet === chosen.worksheet
        return {
          ...kept,
          encoding: encodings.find((one) => one === encoding),
          separator: separators.find((one) => one === separator),
          worksheet: worksheet === '' ? undefined : worksheet,
          headerRow: sameTable ? (headerRow ?? undefined) : undefined,
          roles: sameTable && headerRow === chosen.headerRow ? roles : undefined,
        }
      }}
    >
      {unanswered ? (
        <p role="alert" className="text-sm text-error">
          {t('unanswered')}
        </p>
      ) : null}
      {encodingQuestion ? (
        <fieldset className="grid gap-3">
          <legend className="mb-1 text-sm font-medium">{t('encodingQuestion')}</legend>
          {encodingQuestion.options.map(({ encoding: option, sample }) => (
            <div key={option} className="grid gap-1">
              <Radio name="encoding" checked={encoding === option} onChange={() => setEncoding(option)}>
                {t('encodingNamed', { encoding: named(option) })}
              </Radio>
              <SampleTable
                label={t('sampleIn', { encoding: named(option) })}
                rows={sample.map((cells, index) => ({ row: index + 1, cells }))}
              />
            </div>
          ))}
        </fieldset>
      ) : null}
      {isWorkbook && worksheets.length > 1 ? (
        <fieldset className="grid">
          <legend className="text-sm font-medium">{t('worksheet')}</legend>
          {worksheets.map(({ worksheet: name, rows }) => (
            <Radio key={name} name="worksheet" checked={worksheet === name} onChange={() => setWorksheet(name)}>
              {rows === null ? name : t('worksheetRows', { name, rows })}
            </Radio>
          ))}
        </fieldset>
      ) : null}
      {isWorkbook ? null : (
        <div className="grid gap-3 desk:grid-cols-2 wide:max-w-160">
          {encodingQuestion ? null : (
            <Field label={t('encoding')}>
              {(control) => (
                <Select
                  {...control}
                  value={encoding}
                  onChange={({ target }) => setEncoding(target.value)}
                  options={[
                    {
                      value: '',
                      label: reading?.encoding ? t('found', { what: named(reading.encoding) }) : t('automatic'),
                    },
                    ...encodings.map((name) => ({ value: name, label: named(name) })),
                  ]}
                />
              )}
            </Field>
          )}
          <Field label={t('separator')}>
            {(control) => (
              <Select
                {...control}
                value={separator}
                onChange={({ target }) => setSeparator(target.value)}
                options={[
                  { value: '', label: t('automatic') },
                  ...separators.map((one) => ({ value: one, label: t(`separators.${separatorName[one]}`) })),
                ]}
              />
            )}
          </Field>
        </div>
      )}
      {reading ? (
        <fieldset className="grid grid-cols-1 gap-1.5">
          <legend className="mb-1 text-sm font-medium">{t('headerRow')}</legend>
          <SampleTable
            label={t('sample')}
            rows={reading.sample}
            headerRow={headerRow}
            lead={(row) => (
              <label className="flex min-h-6 cursor-pointer items-center justify-end gap-1.5">
                <span className="sr-only">{t('labelsInRow')}</span>
                {row}
                <input
                  type="radio"
                  name="header"
                  checked={row === headerRow}
                  onChange={() => setHeaderRow(row)}
                  className="size-4 shrink-0 accent-accent"
                />
              </label>
            )}
          />
        </fieldset>
      ) : null}
    </ChoicesForm>
  )
}

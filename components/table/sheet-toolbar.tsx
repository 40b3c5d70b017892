import { Columns3 } from 'lucide-react'
import Form from 'next/form'
import Link from 'next/link'
import { Button, buttonClass } from '#components/ui/button.tsx'
import { Checkbox } from '#components/ui/checkbox.tsx'
import { Segmented } from '#components/ui/segmented.tsx'
import { FilterSelect } from '#components/ui/select.tsx'
import { verdicts } from '#domain/verdict.ts'
import { Note } from './note.tsx'
import type { ColumnNames } from './official-row.tsx'
import { countSaid } from './row-filter.ts'
import { fixedColumns, optionalColumns, type SheetQuery, sheetAddress, sheetParameters } from './sheet-query.ts'
import type { SheetRows } from './sheet-rows.ts'
import { Legend } from './table-notes.tsx'
import type { Words } from './words.ts'

type Props = {
  /** Of the page, without its query. */
  path: string
  query: SheetQuery
  /** The whole sheet, filtered by nothing. */
  sheet: SheetRows
  names: ColumnNames
  words: Words
}

/** Table or charts, which lines, which columns: all of it in the address, by links and a form that need no script. */
export function SheetToolbar({ path, query, sheet, names, words }: Props) {
  const { t } = words
  const addressOf = (change: Partial<SheetQuery>) => sheetAddress(path, { ...query, ...change })
  const all = { value: '', label: t('common.all') }
  const said = countSaid(sheet)
  const named = (name: string, count: number) => t('unitYear.filter.option', { name, count })
  return (
    <div className="shown-whole flex flex-wrap items-center gap-2 border-b border-line px-4 py-2.5">
      <Segmented
        label={t('unitYear.view.label')}
        current={query.view}
        choices={(['table', 'charts'] as const).map((view) => ({
          value: view,
          label: t(`unitYear.view.${view}`),
          href: addressOf({ view }),
        }))}
      />
      {/* After going back the controls show the address again, not what was chosen last. */}
      <Form
        key={addressOf({})}
        action={path}
        prefetch={false}
        autoComplete="off"
        aria-label={t('unitYear.filter.label')}
        className="flex flex-wrap items-center gap-2"
      >
        <Kept query={{ ...query, verdict: null, group: null }} />
        {/* On a wide screen the groups are seen at once: there the filter stands only while it is in force. */}
        <span className={query.group === null ? 'desk:hidden' : ''}>
          <FilterSelect
            name="group"
            label={t('common.group')}
            defaultValue={query.group ?? ''}
            options={[all, ...sheet.groups.map(({ group }) => ({ value: group, label: t(`group.${group}`) }))]}
          />
        </span>
        <FilterSelect
          name="verdict"
          label={t('common.status')}
          defaultValue={query.verdict ?? ''}
          options={[
            all,
            ...verdicts.map((verdict) => ({ value: verdict, label: named(t(`verdict.${verdict}`), said(verdict)) })),
          ]}
        />
        <Button type="submit" size="mobile">
          {t('action.apply')}
        </Button>
      </Form>
      {query.view === 'table' ? <ColumnChooser path={path} query={query} names={names} words={words} /> : null}
      {query.view === 'table' ? (
        <div className="ml-auto">
          <Legend words={words} />
        </div>
      ) : null}
    </div>
  )
}

/** For a form: what the address says besides the fields of the form itself. */
const Kept = ({ query }: { query: SheetQuery }) =>
  [...sheetParameters(query)].map(([name, value]) => (
    <input key={`${name} ${value}`} type="hidden" name={name} value={value} />
  ))

function ColumnChooser({ path, query, names, words: { t } }: Omit<Props, 'sheet'>) {
  return (
    <Note
      id="columns"
      title={t('unitYear.columnsShown')}
      className={`max-desk:hidden ${buttonClass()}`}
      trigger={
        <>
          <Columns3 aria-hidden size={16} strokeWidth={1.75} />
          {t('unitYear.columns')}
        </>
      }
    >
      <Form key={sheetAddress(path, query)} action={path} prefetch={false} autoComplete="off" className="grid">
        <Kept query={{ ...query, columns: optionalColumns }} />
        <input type="hidden" name="columns" value={fixedColumns} />
        {optionalColumns.map((column) => (
          <Checkbox key={column} name="columns" value={column} defaultChecked={query.columns.includes(column)}>
            {names[column]}
          </Checkbox>
        ))}
        <Button type="submit" variant="primary" size="mobile" className="mt-2 justify-self-start">
          {t('action.apply')}
        </Button>
      </Form>
    </Note>
  )
}

/** How much of the sheet is shown, where a filter hides some of it, and the way back to all of it. */
export function FilterResult({
  shown,
  total,
  verdict,
  all,
  words: { t, tier },
}: {
  shown: number
  total: number
  verdict: SheetQuery['verdict']
  all: string
  words: Words
}) {
  const plans = { adopted: tier('adopted'), assigned: tier('assigned') }
  return (
    <p role="status" className="flex flex-wrap gap-x-3 border-b border-line px-4 py-1.5 text-sm text-ink-2">
      {t('unitYear.filter.shown', { shown, total })}
      {verdict === null ? null : (
        <span>{t('unitYear.filter.against', { verdict: t(`verdict.${verdict}`), ...plans })}</span>
      )}
      <Link href={all} className="text-accent underline">
        {t('unitYear.filter.clear')}
      </Link>
    </p>
  )
}

'use client'
import { Lock } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { KeyboardEvent, Ref } from 'react'
import { isOpen } from '#domain/entry-column.ts'
import { figureKindTable } from '#domain/figure.ts'
import { groupLetter } from '#domain/indicator.ts'
import type { SheetLine } from '#domain/sheet.ts'
import { Field } from '../ui/field.tsx'
import { Notice } from '../ui/notice.tsx'
import { Segmented } from '../ui/segmented.tsx'
import { Select } from '../ui/select.tsx'
import { CellAdvice } from './cell-advice.tsx'
import { CellGlyph, cellTint, fades } from './cell-glyph.tsx'
import { cellKey, type EntryColumn } from './cell-place.ts'
import { nameOf, useCell, useDraft, useEntry, useNameWithin, useStatus, useTextOf } from './entry-context.tsx'
import { catchBlock } from './paste.ts'

type Props = {
  lines: readonly SheetLine[]
  /** The one column that is shown. */
  kind: string
  onKind: (kind: string) => void
  ref: Ref<HTMLDivElement>
}

/** One column at a time, for a thumb: the same cells as the grid, each an input of 44 px. */
export function PhoneList({ lines, kind, onKind, ref }: Props) {
  const t = useTranslations()
  const { columns } = useEntry()
  const column = columns.find((one) => one.kind === kind) ?? columns[0]
  if (!column) return null
  const groups = [...new Set(lines.map(({ indicator }) => indicator.group))]
  return (
    <div ref={ref} className="grid grid-cols-1 gap-3">
      <ColumnChoice column={column} onKind={onKind} />
      {/* Where nothing at all takes changes, the screen has said so. */}
      {column.closed === null || columns.every(({ closed }) => closed !== null) ? null : (
        <Notice tone="info">{column.closed}</Notice>
      )}
      {groups.map((group, index) => (
        <section key={group} className="overflow-clip rounded-card border border-line bg-surface">
          <h2 className="bg-sunken px-3.5 py-2 text-sm font-semibold">{`${groupLetter(index)}. ${t(`group.${group}`)}`}</h2>
          {lines.map((line) =>
            line.indicator.group === group ? (
              <PhoneLine key={`${line.id} ${column.kind}`} line={line} column={column} />
            ) : null,
          )}
        </section>
      ))}
    </div>
  )
}

/** More columns than a thumb can hit side by side. */
const MANY = 6

function ColumnChoice({ column, onKind }: { column: EntryColumn; onKind: (kind: string) => void }) {
  const t = useTranslations()
  const { columns } = useEntry()
  if (columns.length > MANY) {
    return (
      <Field label={t('entry.column')}>
        {(control) => (
          <Select
            {...control}
            value={column.kind}
            onChange={(event) => onKind(event.target.value)}
            options={columns.map(({ kind, label }) => ({ value: kind, label }))}
          />
        )}
      </Field>
    )
  }
  return (
    <form
      className="flex *:flex *:w-full *:flex-wrap"
      onSubmit={(event) => {
        event.preventDefault()
        const { submitter } = event.nativeEvent as SubmitEvent
        if (submitter instanceof HTMLButtonElement) onKind(submitter.value)
      }}
    >
      <Segmented
        label={t('entry.column')}
        name="column"
        current={column.kind}
        choices={columns.map(({ kind: value, label, closed }) => ({
          value,
          label: (
            <span className="inline-flex min-h-9 items-center gap-1">
              {closed === null ? null : <Lock aria-hidden size={12} strokeWidth={1.75} />}
              {label}
            </span>
          ),
        }))}
      />
    </form>
  )
}

/** A heading has no figures of its own, so it is no cell either. */
const PhoneLine = ({ line, column }: { line: SheetLine; column: EntryColumn }) =>
  line.indicator.heading ? <PhoneHeading line={line} /> : <PhoneCell line={line} column={column} />

const PhoneHeading = ({ line }: { line: SheetLine }) => (
  <p className="border-t border-line px-3.5 py-2.5 text-base">{nameOf(line, useEntry().locale)}</p>
)

function PhoneCell({ line, column }: { line: SheetLine; column: EntryColumn }) {
  const t = useTranslations('entry')
  const { store, onPaste } = useEntry()
  const { indicator } = line
  const key = cellKey(indicator.code, column.kind)
  const cell = useCell(key)
  const status = useStatus(key)
  const textOf = useTextOf()
  const text = textOf(cell, column.kind)
  const adopted = textOf(useCell(cellKey(indicator.code, 'adopted_plan')), 'adopted_plan')
  const assigned = textOf(useCell(cellKey(indicator.code, 'assigned_plan')), 'assigned_plan')
  const plan = figureKindTable[column.kind].group === 'actual' ? adopted || assigned : ''
  const draft = useDraft(key)
  const open = isOpen(column, line)
  const hold = (typed: string | null) => store.type(typed === null ? null : { key, text: typed, from: text })
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Escape') hold(null)
    if (event.key !== 'Enter') return
    const inputs = [...document.querySelectorAll<HTMLInputElement>('input[data-cell]:not([readonly])')]
    const next = inputs[inputs.indexOf(event.currentTarget) + 1]
    if (next) next.focus()
    else event.currentTarget.blur()
  }
  return (
    <div className="grid grid-cols-[1fr_8.5rem] items-center gap-x-3 gap-y-1.5 border-t border-line px-3.5 py-2.5">
      <label htmlFor={key} className="text-base">
        {indicator.parentCode === null ? '' : '– '}
        {useNameWithin(line)}
        <span className="block text-xs text-ink-3">
          {plan ? `${t('plan', { value: plan })} · ` : ''}
          {indicator.unitOfMeasure}
        </span>
      </label>
      <div className="relative">
        <span
          key={cell.savedAt}
          className={`absolute inset-y-0 left-2.5 flex items-center ${status === 'saved' ? fades : ''}`}
        >
          <CellGlyph status={status} size={16} />
        </span>
        <input
          id={key}
          data-cell={key}
          type="text"
          autoComplete="off"
          spellCheck={false}
          enterKeyHint="next"
          readOnly={!open}
          aria-describedby={`advice-${key}`}
          aria-invalid={status === 'refused' || status === 'conflict' || undefined}
          value={draft ?? text}
          onFocus={(event) => {
            store.activate(key)
            event.target.select()
          }}
          onChange={(event) => hold(event.target.value)}
          onBlur={() => draft !== null && store.endTyping(draft)}
          onKeyDown={onKeyDown}
          onPaste={(event) =>
            catchBlock(event, (block) => {
              hold(null)
              onPaste(block, [[key]])
            })
          }
          className={`h-11 w-full rounded-control border border-control pr-3 pl-8 text-right text-input font-medium focus:outline-2 focus:outline-accent ${
            open ? cellTint[status] || 'bg-surface' : 'border-line-2 bg-sunken text-ink-2'
          }`}
        />
      </div>
      <CellAdvice cellKey={key} id={`advice-${key}`} className="col-span-2 text-sm text-ink-2" />
    </div>
  )
}

'use client'
import { useTranslations } from 'next-intl'
import { useId, useMemo, useState } from 'react'
import type { ImportDiff, UnmatchedName } from '#domain/import.ts'
import type { ImportChoices } from '#domain/import-reading.ts'
import { Checkbox } from '../ui/checkbox.tsx'
import { ChoicesForm } from './choices-form.tsx'
import { nearest } from './nearest.ts'
import { Pick, PickList, type PickOption, picked } from './pick.tsx'

const sides = ['units', 'indicators'] as const
type Side = (typeof sides)[number]
type Typed = { text: string; out: boolean }

/** For so many names of each side, those of most rows, another one is looked for: each is held against all there are. */
const MOST_SUGGESTED = 30

type Props = {
  batch: string
  choices: ImportChoices
  /** What no name of the ledger fits, and what was matched before, with no rows. */
  names: Record<Side, readonly UnmatchedName[]>
  /** What was matched in an earlier file and is here again: it stays until something else is chosen. */
  remembered?: ImportDiff['remembered']
  options: Record<Side, readonly PickOption[]>
}

const keyOf = (side: Side, name: string) => `${side} ${name}`

/** Units and indicators that the file calls otherwise: each is matched by hand, or left out. */
export function NamesForm({ batch, choices, names, remembered = { units: {}, indicators: {} }, options }: Props) {
  const t = useTranslations('import.names')
  const id = useId()
  const before = (side: Side, name: string): Typed => {
    const chosen = new Map(Object.entries({ ...remembered[side], ...choices[side] })).get(name)
    return { text: options[side].find(({ value }) => value === chosen)?.label ?? '', out: chosen === null }
  }
  const [typed, setTyped] = useState<Record<string, Typed>>({})
  const [wrong, setWrong] = useState<readonly string[]>([])
  const suggested = useMemo(
    () =>
      new Map(
        sides.flatMap((side) =>
          names[side]
            .filter(({ rows }) => rows > 0)
            .slice(0, MOST_SUGGESTED)
            .map(({ text: name }) => [keyOf(side, name), nearest(options[side], name)] as const),
        ),
      ),
    [names, options],
  )
  const now = (side: Side, name: string) => typed[keyOf(side, name)] ?? before(side, name)

  const read = (): ImportChoices | null => {
    const all = sides.flatMap((side) =>
      names[side].map(({ text: name }) => {
        const { text, out } = now(side, name)
        return { side, name, meant: out ? null : picked(options[side], text), out }
      }),
    )
    const unknown = all.filter(
      ({ side, name, meant, out }) =>
        !out && (meant === null || (meant === '' && Object.hasOwn(remembered[side], name))),
    )
    setWrong(unknown.map(({ side, name }) => keyOf(side, name)))
    if (unknown.length > 0) return null
    const matched = (wanted: Side) =>
      all.flatMap(({ side, name, meant }) => (side === wanted && meant !== '' ? [[name, meant] as const] : []))
    return {
      ...choices,
      units: { ...without(choices.units, names.units), ...Object.fromEntries(matched('units')) },
      indicators: { ...without(choices.indicators, names.indicators), ...Object.fromEntries(matched('indicators')) },
    }
  }
  return (
    <ChoicesForm batch={batch} choices={read}>
      {sides.map((side) =>
        names[side].length === 0 ? null : (
          <fieldset key={side} className="grid grid-cols-1 gap-1">
            <legend className="mb-1 text-sm font-medium">{t(side, { count: names[side].length })}</legend>
            <PickList id={`${id}-${side}`} options={options[side]} />
            <ul className="divide-y divide-line rounded-control border border-line">
              {names[side].map(({ text: name, rows, several }, index) => {
                const { text, out } = now(side, name)
                const key = keyOf(side, name)
                const set = (next: Partial<Typed>) => setTyped({ ...typed, [key]: { text, out, ...next } })
                const bad = wrong.includes(key)
                const guess = suggested.get(key) ?? null
                return (
                  <li
                    key={name}
                    className="grid items-center gap-x-4 gap-y-1 px-3 py-2 desk:grid-cols-[minmax(0,1fr)_minmax(0,1fr)_auto]"
                  >
                    <p className="min-w-0 text-sm wrap-anywhere">
                      <span className="font-medium">{name}</span>
                      <span className="block text-xs text-ink-3">
                        {Object.hasOwn(remembered[side], name)
                          ? t('remembered')
                          : rows === 0
                            ? t('matched')
                            : t(several ? 'severalRows' : 'rows', { count: rows })}
                      </span>
                    </p>
                    <div className="grid gap-1">
                      <Pick
                        list={`${id}-${side}`}
                        aria-label={t(`meant.${side}`, { name })}
                        aria-invalid={bad ? true : undefined}
                        aria-describedby={bad ? `${id}-${side}-${index}` : undefined}
                        placeholder={t(`type.${side}`)}
                        value={text}
                        disabled={out}
                        onChange={({ target }) => set({ text: target.value })}
                      />
                      {bad ? (
                        <p id={`${id}-${side}-${index}`} className="text-xs text-error">
                          {t(`unknown.${side}`)}
                        </p>
                      ) : null}
                      {guess && text === '' && !out ? (
                        <button
                          type="button"
                          className="justify-self-start py-1 text-left text-xs text-accent underline"
                          onClick={() => set({ text: guess.label })}
                        >
                          {t('perhaps', { name: guess.label })}
                        </button>
                      ) : null}
                    </div>
                    <Checkbox checked={out} onChange={({ target }) => set({ out: target.checked })}>
                      {t('leaveOut')}
                      <span className="sr-only">{` (${name})`}</span>
                    </Checkbox>
                  </li>
                )
              })}
            </ul>
          </fieldset>
        ),
      )}
    </ChoicesForm>
  )
}

/** What was matched earlier, but for the names that are asked about here. */
const without = (matched: Record<string, string | null> = {}, names: readonly UnmatchedName[]) =>
  Object.fromEntries(Object.entries(matched).filter(([name]) => !names.some(({ text }) => text === name)))

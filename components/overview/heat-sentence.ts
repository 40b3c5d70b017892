import type { HeatColumn, HeatRow, HeatWords, PackedCell } from './heat-data.ts'

const verdicts: { [Look in PackedCell['look']]?: 'exceeded' | 'met' | 'missed' } = {
  ...{ over: 'exceeded', far: 'exceeded', met: 'met', miss: 'missed', deep: 'missed' },
}

/** The verdict of a cell in words; '' where there is none. */
export function verdictWords({ look }: PackedCell, words: HeatWords): string {
  const verdict = verdicts[look]
  return verdict ? words[`verdict.${verdict}`] : ''
}

/** "3.594 tỷ đồng", "91,3%"; words have no unit of measure. */
const measured = (text: string, unit: string): string =>
  unit === '' || !/\d/.test(text) ? text : `${text}${unit === '%' ? '' : ' '}${unit}`

/** All that a cell says: unit and year, indicator, actual and its stage, plan, how far it is reached, what was found. */
export function cellSentence(
  row: HeatRow,
  column: Pick<HeatColumn, 'name' | 'unit'>,
  cell: PackedCell,
  words: HeatWords,
  finding: string | undefined,
): string {
  const { marks, text, actual, plan, look } = cell
  const stage = (['u', 's', 'k'] as const).find((letter) => marks.includes(letter))
  const percent = text === '' || marks.includes('=') ? '' : `${text}%`
  const reached = marks.includes('+') ? `${text} ${words.points}` : percent
  const against = marks.includes('?') ? words.unstated : row.plan
  const quiet = marks.includes('r')
    ? ''
    : marks.includes('w')
      ? words.awaiting
      : look === 'neutral'
        ? words.neutral
        : ''
  const verdict = verdictWords(cell, words) || quiet
  const judged = [reached, verdict.toLowerCase()].filter(Boolean).join(', ')
  const result =
    actual === ''
      ? words.noFigure
      : `${words.actual} ${measured(actual, column.unit)}${stage ? ` (${words[`stage.${stage}`]})` : ''}`
  return [
    `${row.unit} ${row.year}, ${column.name}: ${result}`,
    plan === '' ? '' : `${row.plan} ${measured(plan, column.unit)}`,
    judged === '' ? '' : marks.includes('r') ? `${judged} (${words.reported}; ${against})` : judged,
    finding ? `${words.finding}: ${finding}` : '',
  ]
    .filter(Boolean)
    .join('; ')
}

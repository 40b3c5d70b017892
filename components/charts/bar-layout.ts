import { wrapWords } from './wrap-words.ts'

/** Heights in pixels: known before the chart library has come, so that nothing moves when it does. */
const BAND = 34
export const LINE = 16
export const AXIS = 28
/** Of names that stand above their bars, what fits on the narrowest screen. */
const NARROWEST = 38
/** Names up to this long stand beside their bars. */
const BESIDE = 18

type Named = readonly { name: string }[]

export type BarLayout = {
  /** Names beside their bars, else above them. */
  beside: boolean
  band: number
  height: number
}

export function barLayout(rows: Named): BarLayout {
  const beside = rows.every(({ name }) => name.length <= BESIDE)
  const lines = Math.max(0, ...rows.map(({ name }) => wrapWords(name, NARROWEST).length))
  const band = beside ? BAND : BAND - 3 + lines * LINE
  return { beside, band, height: rows.length * band + AXIS }
}

import { diceCoefficient } from 'dice-coefficient'
import { foldName } from '#domain/block-names.ts'
import type { PickOption } from './pick.tsx'

/** As alike as this, from 0 to 1, a name may be a mistyped or longer form of another (Sørensen–Dice of pairs of letters). */
const ALIKE = 0.6

/** The option whose name is most like a text; null where none is alike, or two equally. Labels begin with the name. */
export function nearest(options: readonly PickOption[], text: string): PickOption | null {
  const wanted = foldName(text)
  const [best, next] = options
    .map((option) => ({
      option,
      alike: diceCoefficient(wanted, foldName(option.label.split(' · ')[0] ?? '')),
    }))
    .filter(({ alike }) => alike >= ALIKE)
    .sort((a, b) => b.alike - a.alike)
  return best && best.alike !== next?.alike ? best.option : null
}

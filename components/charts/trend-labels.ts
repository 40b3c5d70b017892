/** A mark of a year, from `top` to `bottom` in pixels downwards, and how wide its words are; null: it has none. */
export type Marked = { key: 'actual' | 'adopted' | 'assigned'; top: number; bottom: number; width: number | null }
/** Where a label's baseline stands; beside the marks, or centred on them. */
export type Placed = { key: Marked['key']; baseline: number; beside: boolean }

type Span = { top: number; bottom: number }
/** `beside`: what is free to the right of the marks, up to the next year. */
type Room = { ceiling: number; floor: number; beside: number }
type Way = { labels: Placed[]; cost: number }

/** What a line of digits takes, and its part above the baseline. */
const height = 12
const ascent = 10
/** In pixels of moving: a label beside its mark is better than one beyond another mark. */
const besideCost = 8
/** Far more than any distance: a label outside only where there is no other way. */
const outsideCost = 1000

const overlaps = (a: Span, b: Span): boolean => a.top < b.bottom && a.bottom > b.top

/**
 * The numbers of one year, each above or below its own mark. Where marks are too near each other, a label stands
 * beside its mark or, without room for that, moves past its neighbour, and labels keep the order of their marks: of
 * all ways to part them, that with the least moving.
 */
export function placeLabels(marks: readonly Marked[], room: Room): Placed[] {
  const sorted = [...marks].sort((a, b) => a.top + a.bottom - b.top - b.bottom)
  const ways = Array.from({ length: sorted.length + 1 }, (_, cut) => place(sorted, cut, room))
  const [best] = ways.sort((a, b) => a.cost - b.cost)
  return best?.labels ?? []
}

/** The first `cut` labels stand above their marks, the nearest to them first; the others below. */
function place(sorted: readonly Marked[], cut: number, room: Room): Way {
  const taken: Span[] = sorted.map(({ top, bottom }) => ({ top, bottom }))
  const besides: Span[] = []
  const labels: Placed[] = []
  let cost = 0
  for (const mark of sorted.slice(0, cut).toReversed()) put(mark, -1)
  for (const mark of sorted.slice(cut)) put(mark, 1)
  return { labels, cost }

  function put({ key, top, bottom, width }: Marked, side: -1 | 1): void {
    if (width === null) return
    const near = side === -1 ? top - height : bottom
    const far = freeFrom(near, side)
    const middle = { top: (top + bottom - height) / 2, bottom: (top + bottom + height) / 2 }
    const beside =
      Math.abs(far - near) > besideCost && width <= room.beside && !besides.some((other) => overlaps(middle, other))
    const span = beside ? middle : { top: far, bottom: far + height }
    const against = beside ? besides : taken
    against.push(span)
    labels.push({ key, baseline: span.top + ascent, beside })
    const unusual = side === (key === 'actual' ? 1 : -1) ? 1 : 0
    const outside = !beside && (span.top < room.ceiling || span.bottom > room.floor) ? outsideCost : 0
    cost += (beside ? besideCost : Math.abs(far - near)) + unusual + outside
  }

  /** The first top from here, upwards or downwards, at which a line covers nothing. */
  function freeFrom(top: number, side: -1 | 1): number {
    const other = taken.find((one) => overlaps({ top, bottom: top + height }, one))
    return other ? freeFrom(side === -1 ? other.top - height : other.bottom, side) : top
  }
}

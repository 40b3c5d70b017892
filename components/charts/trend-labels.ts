/** A mark of a year and the words that belong to it: pixels downwards, `top` and `bottom` with what is drawn there. */
export type Marked = { key: 'actual' | 'adopted' | 'assigned'; top: number; bottom: number; labelled: boolean }
/** Where a label's baseline stands. */
export type Placed = { key: Marked['key']; baseline: number }

type Span = { top: number; bottom: number }
type Room = { ceiling: number; floor: number }

/** What a line of text takes, and its part above the baseline. */
const height = 14
const ascent = 11
/** Far more than any distance: a label outside, or upon a mark, only where there is no other way. */
const forbidden = 1000

const overlaps = (a: Span, b: Span): boolean => a.top < b.bottom && a.bottom > b.top

/**
 * The numbers of one year, each above or below its own mark. Where marks are too near each other, a label moves past
 * its neighbour, and labels keep the order of their marks: of all ways to part them, that with the least moving.
 */
export function placeLabels(marks: readonly Marked[], room: Room): Placed[] {
  const sorted = [...marks].sort((a, b) => a.top + a.bottom - b.top - b.bottom)
  const ways = Array.from({ length: sorted.length + 1 }, (_, cut) => place(sorted, cut, room))
  const [best] = ways.sort((a, b) => a.cost - b.cost)
  return best?.labels ?? []
}

/** The first `cut` labels stand above their marks, the nearest to them first; the others below. */
function place(sorted: readonly Marked[], cut: number, room: Room): { labels: Placed[]; cost: number } {
  const taken: Span[] = sorted.map(({ top, bottom }) => ({ top, bottom }))
  const labels: Placed[] = []
  let cost = 0
  const put = (mark: Marked, side: -1 | 1) => {
    if (!mark.labelled) return
    const near = side === -1 ? mark.top - height : mark.bottom
    let span = { top: near, bottom: near + height }
    for (let other = blocking(span); other; other = blocking(span)) {
      const top = side === -1 ? other.top - height : other.bottom
      span = { top, bottom: top + height }
    }
    taken.push(span)
    labels.push({ key: mark.key, baseline: span.top + ascent })
    const unusual = side === (mark.key === 'actual' ? 1 : -1) ? 1 : 0
    const outside = span.top < room.ceiling || span.bottom > room.floor ? forbidden : 0
    cost += Math.abs(span.top - near) + unusual + outside
  }
  const blocking = (span: Span) => taken.find((other) => overlaps(span, other))
  for (const mark of sorted.slice(0, cut).toReversed()) put(mark, -1)
  for (const mark of sorted.slice(cut)) put(mark, 1)
  return { labels, cost }
}

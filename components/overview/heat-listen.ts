import { moved, moveOf } from '#components/entry/grid-keys.ts'
import { type HeatData, unpackCells } from './heat-data.ts'
import { cellSentence } from './heat-sentence.ts'

/** The unit and its count stand before the cells. */
const BEFORE = 2

type Place = { link: HTMLAnchorElement; row: number; column: number }

/** Hears the whole table: arrows lead from cell to cell, and the cell that is pointed at or has the focus says its sentence. */
export function listenToHeat(frame: HTMLElement, data: HeatData, open: (address: string) => void): () => void {
  const stopped = new AbortController()
  const { signal } = stopped
  const body = frame.querySelector('tbody')
  const cells = data.rows.map((row) => unpackCells(row.cells))
  const tip = document.createElement('div')
  tip.className = 'heat-tip'
  tip.hidden = true
  // The cell itself says the same.
  tip.setAttribute('aria-hidden', 'true')
  frame.after(tip)

  /** Null where there is none, or where a card leaves it out. */
  const linkAt = (row: number, column: number) => {
    const link = body?.rows[row]?.cells[column + BEFORE]?.querySelector<HTMLAnchorElement>('a')
    return link?.checkVisibility() ? link : null
  }

  function placeOf(target: EventTarget | null): Place | null {
    const cell = target instanceof Element ? target.closest('td') : null
    const link = cell?.querySelector<HTMLAnchorElement>('a')
    if (!cell || !link || !(cell.parentElement instanceof HTMLTableRowElement)) return null
    return { link, row: cell.parentElement.sectionRowIndex, column: cell.cellIndex - BEFORE }
  }

  /** The sentence is made when it is needed, before the cell is read out. */
  function name({ link, row, column }: Place): string {
    const [where, what, cell] = [data.rows[row], data.columns[column], cells[row]?.[column]]
    if (!where || !what || !cell) return ''
    const sentence = cellSentence(where, where.versions[column] ?? what, cell, data.words, where.findings[column])
    link.setAttribute('aria-label', sentence)
    return sentence
  }

  function show(target: EventTarget | null): void {
    if (target === tip) return
    const place = placeOf(target)
    const sentence = place ? name(place) : ''
    tip.hidden = sentence === ''
    if (!place || sentence === '') return
    tip.textContent = sentence
    const at = place.link.getBoundingClientRect()
    const left = Math.min(at.left, document.documentElement.clientWidth - tip.offsetWidth - 8)
    const below = at.bottom + 4
    const top = below + tip.offsetHeight > window.innerHeight ? at.top - tip.offsetHeight - 4 : below
    tip.style.cssText = `left:${Math.max(8, left)}px;top:${Math.max(8, top)}px`
  }

  const hide = () => {
    tip.hidden = true
  }

  function enter(place: Place): void {
    for (const one of frame.querySelectorAll('tbody td a:not([tabindex="-1"])')) one.setAttribute('tabindex', '-1')
    place.link.tabIndex = 0
    name(place)
    place.link.focus()
  }

  function press(event: KeyboardEvent): void {
    if (event.key === 'Escape') hide()
    const place = placeOf(event.target)
    const move = place && moveOf(event)
    if (!place || !move) return
    event.preventDefault()
    const { row, column } = moved(
      place,
      move,
      data.rows.length,
      data.columns.length,
      (at) => linkAt(at.row, at.column) !== null,
    )
    const link = linkAt(row, column)
    if (link) enter({ link, row, column })
  }

  /** A plain click stays in the application; any other is the browser's, as is the way to a line: only it lights it up. */
  function click(event: MouseEvent): void {
    const link = event.target instanceof Element ? event.target.closest('a') : null
    if (link?.hash !== '' || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey)
      return
    event.preventDefault()
    open(link.getAttribute('href') ?? '/')
  }

  frame.addEventListener('pointerover', ({ target }) => show(target), { signal })
  frame.addEventListener('pointerleave', ({ relatedTarget }) => relatedTarget === tip || hide(), { signal })
  frame.addEventListener('focusin', ({ target }) => show(target), { signal })
  frame.addEventListener('focusout', hide, { signal })
  frame.addEventListener('scroll', hide, { signal })
  frame.addEventListener('keydown', press, { signal })
  frame.addEventListener('click', click, { signal })
  tip.addEventListener('pointerleave', hide, { signal })
  const entrance = placeOf(frame.querySelector('tbody td a:not([tabindex="-1"])'))
  if (entrance) name(entrance)
  return () => {
    stopped.abort()
    tip.remove()
  }
}

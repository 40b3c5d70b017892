import { moved, moveOf } from '#components/entry/grid-keys.ts'
import { sentencesFrom } from './ask-sentences.ts'

/** The unit and its count stand before the cells. */
const BEFORE = 2
/** A pointer that only passes over a row asks for nothing (ms). */
const PAUSE = 80

/**
 * Hears the whole table. A cell is a link to its line, arrows lead from cell to cell, and the cell that is pointed at or
 * has the focus says what it shows, then its whole sentence, which the server is asked for row by row.
 */
export function listenToHeat(frame: HTMLElement, open: (address: string) => void): () => void {
  const stopped = new AbortController()
  const { signal } = stopped
  const table = frame.querySelector('table')
  const body = table?.tBodies[0]
  const heads = [...(table?.tHead?.rows[1]?.querySelectorAll('a') ?? [])]
  const sentencesAt = sentencesFrom((address) => fetch(address, { signal }))
  const tip = document.createElement('div')
  tip.className = 'heat-tip'
  tip.hidden = true
  // The cell itself says the same.
  tip.setAttribute('aria-hidden', 'true')
  frame.after(tip)
  /** Whose sentence is shown, or on its way. */
  let current: HTMLAnchorElement | null = null

  const headOf = (row: HTMLTableRowElement) => row.querySelector<HTMLAnchorElement>('th a')
  const linkAt = (row: number, column: number) =>
    body?.rows[row]?.cells[column + BEFORE]?.querySelector<HTMLAnchorElement>('a') ?? null
  const codeOf = (head: HTMLAnchorElement) => head.getAttribute('href')?.slice('/indicators/'.length) ?? ''

  /** One of the cells is reached by Tab: of those that a card on a phone shows, too, which alone have a label. */
  function enter(): void {
    const entrance =
      body?.querySelector<HTMLAnchorElement>('td[data-label] > a') ?? body?.querySelector('td > a[tabindex]')
    entrance?.setAttribute('tabindex', '0')
  }

  /** By the code of the indicator; where they cannot be had, cells say what they show. */
  const sentencesOf = (sheet: string) =>
    sentencesAt(`/api/v1/sheets${sheet.slice('/units'.length)}/sentences?against=${table?.dataset.against}`)

  async function show(target: EventTarget | null, pause: number): Promise<void> {
    const cell =
      target instanceof Element ? target.closest('td')?.querySelector<HTMLAnchorElement>('a[tabindex]') : null
    if (target === tip || (cell === current && !tip.hidden)) return
    hide()
    const row = cell?.closest('tr')
    const unit = row && headOf(row)
    const head = heads[(cell?.closest('td')?.cellIndex ?? 0) - BEFORE]
    if (!cell || !unit || !head) return
    current = cell
    say(cell, `${unit.textContent}, ${head.title}: ${cell.textContent}`)
    // What has the focus gets its name, wherever the pointer rests.
    if (pause > 0) {
      await new Promise((done) => setTimeout(done, pause))
      if (current !== cell) return
    }
    const sentence = await sentencesOf(unit.pathname).then(
      (all) => all[codeOf(head)],
      () => undefined,
    )
    if (sentence === undefined) return
    cell.setAttribute('aria-label', `${unit.textContent}, ${sentence}`)
    if (current === cell) say(cell, `${unit.textContent}, ${sentence}`)
  }

  function say(cell: HTMLElement, sentence: string): void {
    tip.textContent = sentence
    tip.hidden = false
    // When the page is laid out anyhow, not once more.
    requestAnimationFrame(() => place(cell))
  }

  function place(cell: HTMLElement): void {
    const at = cell.getBoundingClientRect()
    const left = Math.min(at.left, document.documentElement.clientWidth - tip.offsetWidth - 8)
    const below = at.bottom + 4
    const top = below + tip.offsetHeight > window.innerHeight ? at.top - tip.offsetHeight - 4 : below
    tip.style.cssText = `left:${Math.max(8, left)}px;top:${Math.max(8, top)}px`
  }

  function hide(): void {
    current = null
    tip.hidden = true
  }

  function press(event: KeyboardEvent): void {
    if (event.key === 'Escape') hide()
    const cell = event.target instanceof Element ? event.target.closest('td') : null
    const row = cell?.closest('tr')
    const move = cell?.querySelector('a[tabindex]') ? moveOf(event) : null
    if (!cell || !row || !body || !move) return
    event.preventDefault()
    const from = { row: row.sectionRowIndex, column: cell.cellIndex - BEFORE }
    // A card leaves cells out.
    const enters = (at: { row: number; column: number }) => linkAt(at.row, at.column)?.checkVisibility() ?? false
    const to = moved(from, move, body.rows.length, heads.length, enters)
    const next = linkAt(to.row, to.column)
    if (!next) return
    for (const one of body.querySelectorAll('a[tabindex="0"]')) one.setAttribute('tabindex', '-1')
    next.tabIndex = 0
    next.focus()
  }

  /** A plain click stays in the application; any other is the browser's, as is the way to a line: only it lights it up. */
  function click(event: MouseEvent): void {
    const chosen = event.target instanceof Element ? event.target.closest('a') : null
    if (chosen?.hash !== '' || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey)
      return
    event.preventDefault()
    open(chosen.getAttribute('href') ?? '/')
  }

  enter()
  frame.addEventListener('pointerover', ({ target }) => void show(target, PAUSE), { signal })
  frame.addEventListener('pointerleave', ({ relatedTarget }) => relatedTarget === tip || hide(), { signal })
  frame.addEventListener('focusin', ({ target }) => void show(target, 0), { signal })
  frame.addEventListener('focusout', hide, { signal })
  frame.addEventListener('scroll', () => tip.setAttribute('hidden', ''), { signal })
  frame.addEventListener('keydown', press, { signal })
  frame.addEventListener('click', click, { signal })
  tip.addEventListener('pointerleave', hide, { signal })
  return () => {
    stopped.abort()
    tip.remove()
  }
}

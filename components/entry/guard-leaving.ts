/** Where the browser stands in its history; undefined where it does not say (before the Navigation API). */
const historyIndex = (): number | undefined =>
  'navigation' in window ? (navigation.currentEntry?.index ?? undefined) : undefined

/** Whether a click follows this link in this window, away from this page. */
function leadsAway(event: MouseEvent, link: HTMLAnchorElement): boolean {
  const { button, ctrlKey, metaKey, shiftKey, altKey } = event
  if (button !== 0 || ctrlKey || metaKey || shiftKey || altKey) return false
  if (link.hasAttribute('download') || (link.target !== '' && link.target !== '_self')) return false
  return link.origin === location.origin && link.pathname !== location.pathname
}

/**
 * Asks before a link, a form of the frame, or the browser's Back and Forward leave the page within the application;
 * `mayLeave` false keeps it. All are caught before the router hears of them. Returns how to stop.
 */
export function guardLeaving(mayLeave: () => boolean): () => void {
  const here = { index: historyIndex(), path: location.pathname }
  let returning = false

  const onClick = (event: MouseEvent) => {
    const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a[href]') : null
    if (!link || !leadsAway(event, link) || mayLeave()) return
    event.preventDefault()
    event.stopImmediatePropagation()
  }
  /** The frame's forms: signing out, or another language, in which this page begins anew. */
  const onSubmit = (event: SubmitEvent) => {
    const outside = event.target instanceof Element && event.target.closest('main, [role=dialog]') === null
    if (!outside || event.submitter?.getAttribute('name') === 'theme' || mayLeave()) return
    event.preventDefault()
    event.stopImmediatePropagation()
  }
  const onPopState = (event: PopStateEvent) => {
    if (returning) {
      returning = false
      event.stopImmediatePropagation()
      return
    }
    if (location.pathname === here.path || mayLeave()) return
    event.stopImmediatePropagation()
    const index = historyIndex()
    const steps = index === undefined || here.index === undefined ? 1 : here.index - index
    if (steps === 0) return
    returning = true
    history.go(steps)
  }
  addEventListener('click', onClick, true)
  addEventListener('submit', onSubmit, true)
  addEventListener('popstate', onPopState, true)
  return () => {
    removeEventListener('click', onClick, true)
    removeEventListener('submit', onSubmit, true)
    removeEventListener('popstate', onPopState, true)
  }
}

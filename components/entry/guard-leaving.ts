/** Whether a click follows this link in this window, away from this page. */
function leadsAway(event: MouseEvent, link: HTMLAnchorElement): boolean {
  const { button, ctrlKey, metaKey, shiftKey, altKey } = event
  if (button !== 0 || ctrlKey || metaKey || shiftKey || altKey) return false
  if (link.hasAttribute('download') || (link.target !== '' && link.target !== '_self')) return false
  return link.origin === location.origin && link.pathname !== location.pathname
}

/**
 * Asks before a link, a form of the frame, or the browser's Back and Forward leave the page within the application;
 * `mayLeave` false keeps it. Links and forms are caught before the router hears of them; Back and Forward by the
 * Navigation API, where the browser has it: at `popstate` the router has already left. Returns how to stop.
 */
export function guardLeaving(mayLeave: () => boolean): () => void {
  const path = location.pathname

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
  /** A browser lets a traversal be held up once, until the person has done something on the page again. */
  const onNavigate = (event: NavigateEvent) => {
    if (event.navigationType !== 'traverse' || !event.cancelable) return
    if (new URL(event.destination.url).pathname !== path && !mayLeave()) event.preventDefault()
  }
  const history = 'navigation' in window ? navigation : null
  addEventListener('click', onClick, true)
  addEventListener('submit', onSubmit, true)
  history?.addEventListener('navigate', onNavigate)
  return () => {
    removeEventListener('click', onClick, true)
    removeEventListener('submit', onSubmit, true)
    history?.removeEventListener('navigate', onNavigate)
  }
}

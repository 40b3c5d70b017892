/** The places that a person last looked at, in this browser: each account has its own. */
export type RecentPlace = { href: string; title: string; detail: string }

const MOST = 6
const keyOf = (person: string) => `recent ${person}`

const isPlace = (one: unknown): one is RecentPlace =>
  typeof one === 'object' &&
  one !== null &&
  ['href', 'title', 'detail'].every((field) => typeof Reflect.get(one, field) === 'string') &&
  // Only ever a place of ours.
  /^\/(?!\/)/.test(Reflect.get(one, 'href'))

/** The last one first; none where the browser keeps nothing, or something else. */
export function recentPlaces(person: string): RecentPlace[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(keyOf(person)) ?? '[]')
    return Array.isArray(kept) ? kept.filter(isPlace).slice(0, MOST) : []
  } catch {
    return []
  }
}

export function rememberPlace(person: string, place: RecentPlace): void {
  try {
    const others = recentPlaces(person).filter(({ href }) => href !== place.href)
    localStorage.setItem(keyOf(person), JSON.stringify([place, ...others].slice(0, MOST)))
  } catch {
    // A browser that keeps nothing has no recent places.
  }
}

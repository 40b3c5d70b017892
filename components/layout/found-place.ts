/** A place that a search leads to, written out in the reader's language. */
export type FoundPlace = {
  kind: 'unit' | 'indicator' | 'year'
  href: string
  title: string
  /** What tells it from others of its name; '' where nothing needs to. */
  detail: string
}

/** The kinds in the order in which they are shown. */
export const placeKinds = ['year', 'unit', 'indicator'] as const satisfies FoundPlace['kind'][]

/** The places of the product. The server passes those that exist and that the person may open. */
export type Place =
  | 'overview'
  | 'units'
  | 'indicators'
  | 'compare'
  | 'documents'
  | 'entry'
  | 'import'
  | 'journal'
  | 'catalogueUnits'
  | 'catalogueIndicators'
  | 'users'
  | 'account'

export type NavItem = {
  place: Place
  href: string
  /** How many things wait there; left out where nothing is counted. */
  count?: number
}

export type NavGroup = {
  /** A message key below `nav`; the first group has none. */
  heading: 'figures' | 'administration' | null
  items: NavItem[]
}

/** A server action that a form posts to; it works before any script has loaded. */
export type FormAction = (form: FormData) => void | Promise<void>

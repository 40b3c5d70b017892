/** Which charts of a page show their table, by name, as its address says it: `table=trend.ranking`. */

/** The names in an address; what is none is passed over. */
export const readTables = (text: unknown): string[] =>
  typeof text === 'string' ? [...new Set(text.split('.').filter((name) => /^[\w-]{1,80}$/.test(name)))] : []

export const sayTables = (tables: readonly string[]): string => tables.join('.')

/** The table of one chart: whether it is open, and the address at which it is the other way round. */
export type TableLink = { open: boolean; href: string }

export const tableLinks =
  (tables: readonly string[], addressOf: (tables: readonly string[]) => string) =>
  (name: string): TableLink => {
    const open = tables.includes(name)
    return { open, href: addressOf(open ? tables.filter((one) => one !== name) : [...tables, name]) }
  }

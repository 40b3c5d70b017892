/** Cells as a spreadsheet takes them from the clipboard: tabs between columns, line breaks between rows. */
export const copyText = (rows: readonly (readonly string[])[]): string => rows.map((row) => row.join('\t')).join('\n')

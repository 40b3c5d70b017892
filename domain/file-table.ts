/** A table as it was read from somebody's file, before anything is understood of it. */

/**
 * A cell: text as it stands; a number where the file itself says that it is one (then no locale has to be guessed); or
 * what can be neither: a date, or an error such as #DIV/0!, with the text that is shown of it. '' is blank.
 */
export type FileCell = string | number | { date: string } | { error: string }

export type FileTable = {
  /** Of a workbook; '' where the file is one table. */
  worksheet: string
  /**
   * The rows in order, blank ones included, so that `rows[i]` is the file's row i + 1 as a person would count records.
   * What a merged cell covers is blank.
   */
  rows: readonly (readonly FileCell[])[]
}

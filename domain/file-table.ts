/** A table as it was read from somebody's file, before anything is understood of it. */

/**
 * A cell: text as it stands; a number where the file itself says that it is one (then no locale has to be guessed), in
 * the 15 digits that a spreadsheet has; a number that the file shows in percent, in points (12,86 % is 12.86); or what
 * can be neither: a date (yyyy-mm-dd, with hh:mm:ss where it has a time), or an error such as #DIV/0! and a formula
 * that was never calculated, with the text that is shown of it. '' is blank.
 */
export type FileCell = string | number | { percent: number } | { date: string } | { error: string }

export type FileTable = {
  /** Of a workbook; '' where the file is one table. */
  worksheet: string
  /**
   * The rows in order, blank ones included, so that `rows[i]` is the file's row i + 1 as a person would count records.
   * They are as long as they are: one may be shorter or longer than the row of headers. What a merged cell covers is
   * blank.
   */
  rows: readonly (readonly FileCell[])[]
}

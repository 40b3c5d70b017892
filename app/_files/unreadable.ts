import { columnLetter } from '#domain/column-letter.ts'
import type { Problem } from '#domain/refusal.ts'

/** Where in a table, counted from 1 as a spreadsheet counts. */
export type Place = { row: number; column?: number }

/** Why a file cannot be read, thrown from as deep as it is found; the child process answers with its problem. */
export class Unreadable extends Error {
  readonly problem: Problem

  constructor(problem: Problem) {
    super(problem.reason)
    this.problem = problem
  }

  /** Of the file as a whole. */
  static file(reason: string, values: Problem['values'] = {}): Unreadable {
    return new Unreadable({ path: 'file', reason, values })
  }

  /** Of one row or cell, which the sentence names. Without a column the sentence's {column} is the word "none". */
  static at({ row, column }: Place, reason: string, values: Problem['values'] = {}): Unreadable {
    const name = column === undefined ? undefined : columnLetter(column)
    return new Unreadable({
      path: name === undefined ? `row ${row}` : `row ${row}, column ${name}`,
      reason,
      values: { row, column: name ?? 'none', ...values },
    })
  }
}

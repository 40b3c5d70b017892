/** How a spreadsheet names a column, counted from 1: A … Z, AA … */
export function columnLetter(column: number): string {
  const before = Math.floor((column - 1) / 26)
  return (before > 0 ? columnLetter(before) : '') + String.fromCharCode(65 + ((column - 1) % 26))
}

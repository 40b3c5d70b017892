/**
 * The looks of a workbook's cells: of text, heads and days, and one for each number format that occurs: there are as
 * many as numbers of decimals.
 */
export class WorkbookStyles {
  readonly text = 1
  readonly head = 2
  readonly day = 3
  readonly #numbers = new Map<string, number>()

  /** The style of numbers in this format, known from now on. */
  ofNumber(format: string): number {
    const known = this.#numbers.get(format)
    if (known !== undefined) return known
    const style = this.#numbers.size + 4
    this.#numbers.set(format, style)
    return style
  }

  xml(namespace: string): string {
    const formats = ['dd/mm/yyyy', ...this.#numbers.keys()]
    const named = formats.map((code, index) => `<numFmt numFmtId="${ownFormats + index}" formatCode="${code}"/>`)
    const numbers = formats.map((_, index) => look(ownFormats + index))
    const looks = [look(0), look(textFormat), headLook, ...numbers]
    return `<styleSheet xmlns="${namespace}"><numFmts count="${named.length}">${named.join('')}</numFmts><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="${looks.length}">${looks.join('')}</cellXfs></styleSheet>`
  }
}

/** Excel's number of the format of text, and the first that is free for a file's own. */
const textFormat = 49
const ownFormats = 164

const look = (format: number): string => `<xf numFmtId="${format}" applyNumberFormat="1"/>`
const headLook = `<xf numFmtId="${textFormat}" fontId="1" applyNumberFormat="1" applyFont="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>`

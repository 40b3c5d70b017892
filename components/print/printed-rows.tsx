'use client'

import { html } from '#components/ui/html.ts'
import { useInBrowser } from '#components/ui/use-in-browser.ts'

export type PrintedRow = readonly (string | number)[]

type Props = {
  rows: readonly PrintedRow[]
  /** Which cell of each names its row. */
  head: number
  /** What stands for them where no script has run. */
  withoutScript: string
}

/** The rows of a form that only print shows: written in the browser, or they would be a good part of every document. */
export function PrintedRows({ rows, head, withoutScript }: Props) {
  const inBrowser = useInBrowser()
  const row = (texts: PrintedRow) =>
    html`<tr>${texts.map((text, index) => (index === head ? html`<th scope="row">${text}</th>` : html`<td>${text}</td>`))}</tr>`
  const none = html`<tr><td colspan="${rows[0]?.length ?? 1}"><noscript>${withoutScript}</noscript></td></tr>`
  return (
    <tbody
      // biome-ignore lint/security/noDangerouslySetInnerHtml: written by `html`, which escapes whatever is put in
      dangerouslySetInnerHTML={{ __html: inBrowser ? html`${rows.map(row)}`.text : none.text }}
    />
  )
}

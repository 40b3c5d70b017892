'use client'

import { html } from '#components/ui/html.ts'

export type PrintedRow = readonly (string | number)[]

type Props = {
  rows: readonly PrintedRow[]
  /** Which cell of each names its row. */
  head: number
}

/** The rows of a form that only print shows, as one text. */
export function PrintedRows({ rows, head }: Props) {
  const row = (texts: PrintedRow) =>
    html`<tr>${texts.map((text, index) => (index === head ? html`<th scope="row">${text}</th>` : html`<td>${text}</td>`))}</tr>`
  return (
    // biome-ignore lint/security/noDangerouslySetInnerHtml: written by `html`, which escapes whatever is put in
    <tbody dangerouslySetInnerHTML={{ __html: html`${rows.map(row)}`.text }} />
  )
}

import { figuresFile } from '#app/_export/figures-file.ts'
import { answerDownload } from '#app/_server/download.ts'
import { admit } from '#app/_server/gate.ts'
import { vietnamese } from '#app/_server/vietnamese-words.ts'
import { exportFigures } from '#db/commands/export-figures.ts'
import { exportLayouts } from '#domain/export-columns.ts'

/** The figures that the person may read, as CSV; no year is all years. Streamed: memory does not grow with the rows. */
export const GET = async (request: Request): Promise<Response> => {
  const wanted = new URL(request.url).searchParams.get('layout') || 'data'
  return answerDownload(request, await admit('GET /export/figures.csv'), {
    command: exportFigures,
    // A workbook is at another address.
    more: { layout: exportLayouts.find((layout) => layout === wanted) ?? 'no_csv' },
    file: async (session, asked, at) => figuresFile(session, asked, at, await vietnamese()),
  })
}

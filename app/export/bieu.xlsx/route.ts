import { figuresFile } from '#app/_export/figures-file.ts'
import { answerDownload } from '#app/_server/download.ts'
import { exportFigures } from '#db/commands/export-figures.ts'

/** The official form of a unit's year, "Biểu số 01", as a workbook. */
export const GET = (request: Request): Promise<Response> =>
  answerDownload(request, {
    handler: 'GET /export/bieu.xlsx',
    command: exportFigures,
    more: { layout: 'bieu' },
    file: figuresFile,
  })

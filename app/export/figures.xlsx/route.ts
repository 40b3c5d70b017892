import { figuresFile } from '#app/_export/figures-file.ts'
import { answerDownload } from '#app/_server/download.ts'
import { admit } from '#app/_server/gate.ts'
import { vietnamese } from '#app/_server/vietnamese-words.ts'
import { exportFigures } from '#db/commands/export-figures.ts'

/** The same figures as a workbook: a worksheet for each year or, with `worksheets=unit`, for each unit. Streamed, too. */
export const GET = async (request: Request): Promise<Response> =>
  answerDownload(request, await admit('GET /export/figures.xlsx'), {
    command: exportFigures,
    more: { layout: 'xlsx' },
    file: async (session, asked, at) => figuresFile(session, asked, at, await vietnamese()),
  })

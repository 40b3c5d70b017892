import { figuresFile } from '#app/_export/figures-file.ts'
import { answerDownload } from '#app/_server/download.ts'
import { admit } from '#app/_server/gate.ts'
import { vietnamese } from '#app/_server/vietnamese-words.ts'
import { exportFigures } from '#db/commands/export-figures.ts'

/** The official forms as workbooks: of a unit's year, "Biểu số 01", or of the units of a year, "Biểu số 02". */
export const GET = async (request: Request): Promise<Response> =>
  answerDownload(request, await admit('GET /export/bieu.xlsx'), {
    command: exportFigures,
    more: { layout: 'bieu' },
    file: async (session, asked, at) => figuresFile(session, asked, at, await vietnamese()),
  })

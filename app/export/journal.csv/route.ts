import { recordsFile } from '#app/_export/records-csv.ts'
import { answerDownload } from '#app/_server/download.ts'
import { admit } from '#app/_server/gate.ts'
import { exportRecords } from '#db/commands/export-records.ts'

/** What was done with a unit, or to an administrator everything: a row for each write. */
export const GET = async (request: Request): Promise<Response> =>
  answerDownload(request, await admit('GET /export/journal.csv'), {
    command: exportRecords,
    more: { records: 'journal' },
    file: recordsFile,
  })

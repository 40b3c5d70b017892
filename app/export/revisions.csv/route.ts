import { recordsFile } from '#app/_export/records-csv.ts'
import { answerDownload } from '#app/_server/download.ts'
import { admit } from '#app/_server/gate.ts'
import { exportRecords } from '#db/commands/export-records.ts'

/** Every revision of the figures of a unit, or to an administrator of all. */
export const GET = async (request: Request): Promise<Response> =>
  answerDownload(request, await admit('GET /export/revisions.csv'), {
    command: exportRecords,
    more: { records: 'revisions' },
    file: recordsFile,
  })

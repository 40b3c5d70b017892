import { getTranslations } from 'next-intl/server'
import { readErrorRows } from '#app/_import/kept-preview.ts'
import { admit } from '#app/_server/gate.ts'
import { respondRefusal } from '#app/_server/respond.ts'
import { streamOf } from '#app/_server/stream-of.ts'
import { getImport } from '#db/queries/find-import.ts'
import { byteOrderMark, csvRecord, guardText } from '#domain/csv.ts'
import { attachment, errorsName } from '#domain/file-name.ts'
import type { ErrorRow } from '#domain/import-summary.ts'

type Context = { params: Promise<{ id: string }> }
type Say = (problem: ErrorRow['problems'][number]) => string

/** The rows of the file that are in error, as they stood, behind a column that says why. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const entered = await admit('GET /api/v1/imports/[id]/errors.csv')
  if (!entered.ok) return respondRefusal(entered.error)
  const { reader, actor } = entered.value
  const { id } = await params
  const found = await getImport(reader, actor, id)
  const errors = found?.state === 'open' ? await readErrorRows(id) : null
  if (!found || !errors) return respondRefusal({ code: 'not_found' })
  const t = await getTranslations()
  const say: Say = ({ column, reason, values }) => {
    // Reasons come from the domain as plain strings.
    const keys = [`import.reason.${reason}`, `problem.${reason}`] as 'problem.other'[]
    const sentence = t(keys.find((key) => t.has(key)) ?? 'problem.other', values ?? {})
    const label = column === null ? '' : errors.header[column - 1]
    return label ? `${label}: ${sentence}` : sentence
  }
  const head = [t('import.record.place'), t('import.record.reason'), ...errors.header]
  return new Response(streamOf(csv(head, errors.rows, say)), {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': attachment(errorsName(found.fileName)),
      'Cache-Control': 'no-store',
    },
  })
}

async function* csv(head: string[], rows: AsyncIterable<ErrorRow>, say: Say): AsyncGenerator<Uint8Array, void> {
  yield Buffer.from(byteOrderMark + csvRecord(head.map(guardText), ';'))
  for await (const { row, cells, problems } of rows) {
    const why = [...new Set(problems.map(say))].join(' ')
    yield Buffer.from(csvRecord([String(row), why, ...cells].map(guardText), ';'))
  }
}

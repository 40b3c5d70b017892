import { and, eq } from 'drizzle-orm'
import { nanoid } from 'nanoid'
import { type RecordStatementsInput, recordStatementsInput } from '#domain/inputs/record-statements.ts'
import { ok, refuse } from '#domain/refusal.ts'
import { writing } from '#domain/sheet-state.ts'
import type { Command } from '../command.ts'
import { guardSheetState, guardUnchanged } from '../guard.ts'
import { findDocument } from '../queries/find-document.ts'
import { statements } from '../schema/sheets.ts'
import { build, statement } from '../statement.ts'
import { findSheetPlace, type SheetPlace } from './places.ts'

export type RecordStatementsOutput = { recorded: number }

type Subject = { subject: string; tier: string; setName?: string | null | undefined }
const subjectOf = ({ subject, tier, setName }: Subject) => JSON.stringify([subject, tier, setName ?? null])

/**
 * Records what a document says about a whole sheet (domain rule 1); no line is invented for it. A document says one
 * thing of a subject, tier and set once.
 */
export const recordStatements: Command<RecordStatementsInput, RecordStatementsOutput, SheetPlace> = {
  name: 'record_statements',
  action: 'write_figures',
  input: recordStatementsInput,
  find: findSheetPlace,

  async plan({ reader, place: { sheet, unit } }, { document: code, reason, statements: stated }) {
    const rule = writing[sheet.state]
    if (rule === 'closed') return refuse('closed', { reason: `sheet_${sheet.state}` })
    const document = await findDocument(reader, code)
    const problems = [
      ...(rule === 'with_reason' && !reason ? [{ path: 'reason', reason: 'reason_required' }] : []),
      ...(document ? [] : [{ path: 'document', reason: 'unknown_document' }]),
    ]
    if (!document || problems.length > 0) return refuse('invalid', { problems })
    const ofDocument = and(eq(statements.sheetId, sheet.id), eq(statements.documentId, document.id))
    const known = await reader
      .select({ id: statements.id, subject: statements.subject, tier: statements.tier, setName: statements.setName })
      .from(statements)
      .where(ofDocument)
    const all = [...known, ...stated]
    if (new Set(all.map(subjectOf)).size < all.length) return refuse('taken', { reason: 'statement_exists' })
    return ok({
      statements: [
        guardSheetState(sheet.id, sheet.state),
        guardUnchanged(statements, known, ofDocument),
        ...stated.map((one) =>
          statement(
            build.insert(statements).values({ ...one, id: nanoid(), sheetId: sheet.id, documentId: document.id }),
          ),
        ),
      ],
      output: { recorded: stated.length },
      journal: {
        unitId: unit.id,
        sheetId: sheet.id,
        reason,
        documentId: document.id,
        detail: { year: sheet.year, statements: stated },
      },
    })
  },
}

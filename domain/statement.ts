/** What a source may say about a whole sheet: how many indicators were assigned, assessed, met, exceeded. */
export const statementSubjects = ['assigned_count', 'assessed_count', 'met_count', 'exceeded_count'] as const
export type StatementSubject = (typeof statementSubjects)[number]

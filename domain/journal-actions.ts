/** Everything that the journal says was done: the names of the commands, sorted as a person looks for them. */
export const journalActions = [
  ...(['set_figures', 'record_statements', 'acknowledge_finding'] as const),
  ...(['open_year', 'add_line', 'mark_line', 'end_line'] as const),
  ...(['submit_sheet', 'return_sheet', 'approve_sheet', 'lock_sheet', 'reopen_sheet'] as const),
  ...(['start_import', 'choose_import', 'commit_import', 'undo_import', 'discard_import'] as const),
  ...(['export_figures', 'export_records'] as const),
  ...(['save_document', 'attach_file'] as const),
  ...(['save_unit', 'record_succession', 'remove_succession', 'save_indicator'] as const),
  ...(['create_user', 'grant_role', 'end_grant', 'change_password', 'create_system_actor'] as const),
] as const
export type JournalAction = (typeof journalActions)[number]
export const isJournalAction = (name: string): name is JournalAction => journalActions.some((one) => one === name)

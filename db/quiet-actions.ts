/** What is journalled though it changes nothing that is read of the ledger: that somebody took something away. */
export const quietActions = ['export_figures', 'export_records']

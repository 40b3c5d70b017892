/** A file as it is handed out: its content comes in chunks, when they are asked for. */
export type HandedOut = { name: string; type: string; chunks: AsyncGenerator<string | Uint8Array, void> }

export const csvType = 'text/csv; charset=utf-8'
export const xlsxType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

const calendar = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Ho_Chi_Minh' })
/** The ISO date of a moment where the users are. */
export const dayOf = (at: Date): string => calendar.format(at)

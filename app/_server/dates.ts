import 'server-only'

const calendar = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Ho_Chi_Minh' })

/** The ISO date of today where the users are, whatever clock the server keeps. */
export const today = (): string => calendar.format(new Date())

/**
 * How much of somebody's file is read; what is beyond is refused with the number. Only the process that reads has a
 * memory and a time of its own that end it: whoever asked it holds the cells as well, by nothing bounded but these.
 */
export const limits = {
  /** Bytes of a workbook as it is, and of what it unpacks to; of a text file, the latter. */
  packed: 10 * 2 ** 20,
  unpacked: 100 * 2 ** 20,
  /** Files in a workbook's archive. */
  entries: 200,
  rows: 200_000,
  columns: 256,
  /** Of a text those that it has; of a workbook rows times columns: its reader fills what is between the filled ones. */
  cells: 8_000_000,
  /** Of one row of a text file, in characters: a quote that is not closed ends here. */
  record: 1_000_000,
}

/** Of the process that reads. */
export const processLimits = {
  /** Megabytes of its heap. */
  heap: 1024,
  /** Seconds of a processor, by the operating system's own limit: it holds where nobody is left who would end it. */
  processor: 10,
  /** Milliseconds until it is ended where it waits for a processor, or the system knows no such limit. */
  time: 60_000,
  /** At once in one server; each may take a processor and its heap. */
  atOnce: 2,
}

/** Against one plan; the keys are used in code, CSV, JSON and URLs. */
export const verdicts = ['exceeded', 'met', 'missed', 'awaiting', 'not_judged'] as const
export type Verdict = (typeof verdicts)[number]

/** What a source may say of a line. */
export const reportableVerdicts = ['exceeded', 'met', 'missed'] as const satisfies Verdict[]
export type ReportedVerdict = (typeof reportableVerdicts)[number]

/** Words as they are compared. Diacritics count: "đất" is not "đạt". */
export const foldWords = (text: string): string => text.normalize('NFC').trim().replace(/\s+/gu, ' ').toLowerCase()

const verdictWords: Record<Verdict, string[]> = {
  exceeded: ['vượt', 'vượt kế hoạch', 'vượt chỉ tiêu', 'hoàn thành vượt mức', 'exceed'],
  met: ['hoàn thành', 'hoàn thành kế hoạch', 'đạt', 'đạt kế hoạch', 'achieved'],
  missed: ['chưa đạt', 'không đạt', 'chưa hoàn thành', 'không hoàn thành', 'not met'],
  awaiting: ['chờ số liệu', 'awaiting data'],
  not_judged: ['không đánh giá', 'not judged'],
}

/** A verdict from its key or its words. Only some may be reported. */
export function parseVerdict(text: string): Verdict | null {
  const words = foldWords(text)
  return verdicts.find((verdict) => verdict === words || verdictWords[verdict].includes(words)) ?? null
}

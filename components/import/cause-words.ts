import { useTranslations } from 'next-intl'

/** What a message about one cell says of it, where many are meant: "Có chữ …, không phải số." */
const any = { character: '…', maximum: '…', unit: '…', row: '…' }

type Cause = { reason: string | null; values?: Record<string, string | number> | undefined }

/** Why a cell is passed over or in error: of one cell with its values, of many without. */
export function useCauseWords(): (cause: Cause) => string {
  const t = useTranslations()
  return ({ reason, values = any }) => {
    // Reasons come from the domain as plain strings.
    const keys = [`import.reason.${reason}`, `problem.${reason}`] as 'problem.other'[]
    const known = keys.find((key) => t.has(key))
    return t(known ?? 'problem.other', values)
  }
}

import 'server-only'
import { getFormatter, getTranslations } from 'next-intl/server'
import { Notice } from '#components/ui/notice.tsx'
import type { Return } from '#db/queries/last-return.ts'

/** Why a sheet came back, above the sheet and above its entry. */
export async function Returned({ returned: { by, at, comment } }: { returned: Return }) {
  const [t, format] = await Promise.all([getTranslations('unitYear'), getFormatter()])
  return <Notice tone="warn">{t('returned', { by, at: format.dateTime(new Date(at), 'moment'), comment })}</Notice>
}

'use client'
import { useTranslations } from 'next-intl'
import type { ImportProgress } from '#domain/import.ts'
import { Progress } from '../ui/progress.tsx'

/** How far the server is; before it has said a word, that it was asked. */
export function LongProgress({ progress }: { progress: ImportProgress | null }) {
  const t = useTranslations('import.phase')
  const { phase, done, total } = progress ?? { phase: 'reading', done: 0, total: null }
  return <Progress label={t(phase, { done })} done={done} total={total} />
}

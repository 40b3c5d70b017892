'use client'
import { nanoid } from 'nanoid'
import { useRouter } from 'next/navigation'
import { useFormatter, useTranslations } from 'next-intl'
import { useEffect, useRef, useState } from 'react'
import { DropZone } from '../files/drop-zone.tsx'
import { sendFile } from '../files/send-file.ts'
import { sumFile } from '../files/sum-file.ts'
import { Progress } from '../ui/progress.tsx'
import { type ImportQuery, importAddress } from './import-query.ts'
import { RefusalNotice } from './refusal-notice.tsx'
import { type Refused, readRefusal, unanswered } from './run-long.ts'

type Going = { name: string; size: number; phase: 'summing' | 'sending'; done: number }

/** Bytes: the longest file that the server takes, and the longest workbook. */
type Limits = { file: number; workbook: number }

/** Hands in a file: it is counted and summed here, sent, and the server must have counted and summed the same. */
export function Upload({ limits, from }: { limits: Limits; from: Pick<ImportQuery, 'unit' | 'year'> }) {
  const t = useTranslations('import')
  const megabytes = useMegabytes()
  const router = useRouter()
  const [going, setGoing] = useState<Going | null>(null)
  const [refused, setRefused] = useState<Refused | null>(null)
  const [said, setSaid] = useState<string | null>(null)
  useUnloadQuestion(going !== null)
  const here = useRef(false)
  useEffect(() => {
    here.current = true
    return () => {
      here.current = false
    }
  }, [])

  async function take([file, ...others]: readonly File[]) {
    if (!file || going) return
    setRefused(null)
    setSaid(others.length > 0 ? t('upload.onlyOne') : (whyNot(file, limits, t, megabytes) ?? null))
    if (others.length > 0 || whyNot(file, limits, t, megabytes) !== null) return
    const { name, size } = file
    const report = (phase: Going['phase']) => (done: number) => setGoing({ name, size, phase, done })
    try {
      report('summing')(0)
      const sum = await sumFile(file, report('summing'))
      const query = new URLSearchParams({ key: nanoid(), name, size: String(size), sha256: sum })
      const address = `/api/v1/imports?${query}`
      const sent = await sendFile({ method: 'POST', address, file, onProgress: report('sending') })
      // The shape is that of our own route, imports/route.ts.
      const made = sent?.status === 200 ? (sent.body as { id: string }) : null
      // Whoever went elsewhere meanwhile finds it in the list.
      if (made) return here.current ? router.push(importAddress({ batch: made.id, ...from })) : undefined
      setRefused(sent ? readRefusal(sent.body) : unanswered)
    } catch {
      // Moved, renamed or changed since it was chosen, or behind a share that is gone.
      setSaid(t('upload.unreadable'))
    }
    setGoing(null)
  }

  if (going) {
    const { name, size, phase, done } = going
    return (
      <div className="grid gap-3 rounded-card border border-line px-4 py-8">
        <p className="text-sm font-medium wrap-anywhere">{`${name} · ${megabytes(size)}`}</p>
        <Progress label={t(`upload.${phase}`)} done={done} total={size} />
      </div>
    )
  }
  return (
    <div className="grid gap-3">
      {said === null ? null : <RefusalNotice refused={{ code: 'here', message: said }} kept={t('kept.nothing')} />}
      {refused ? <RefusalNotice refused={refused} kept={t('kept.nothing')} /> : null}
      <DropZone
        label={t('upload.drop')}
        choose={t('upload.choose')}
        hint={t('upload.hint', { workbook: megabytes(limits.workbook), file: megabytes(limits.file) })}
        accept=".csv,.txt,.tsv,.xlsx,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        onFiles={(files) => void take(files)}
      />
    </div>
  )
}

type Translate = ReturnType<typeof useTranslations<'import'>>

/** What can be seen before anything is sent; the server looks at everything again. */
function whyNot(file: File, limits: Limits, t: Translate, megabytes: (bytes: number) => string): string | null {
  if (file.size === 0) return t('upload.empty', { name: file.name })
  const longest = /\.xlsx$/i.test(file.name) ? limits.workbook : limits.file
  return file.size > longest ? t('upload.tooLarge', { size: megabytes(file.size), longest: megabytes(longest) }) : null
}

function useMegabytes(): (bytes: number) => string {
  const format = useFormatter()
  return (bytes) =>
    bytes < 100_000
      ? format.number(Math.ceil(bytes / 1024), { style: 'unit', unit: 'kilobyte' })
      : format.number(bytes / 1024 ** 2, { style: 'unit', unit: 'megabyte', maximumFractionDigits: 1 })
}

/** A file that is on its way is lost where the window closes; within the application it arrives all the same. */
function useUnloadQuestion(asks: boolean): void {
  useEffect(() => {
    if (!asks) return
    const ask = (event: BeforeUnloadEvent) => event.preventDefault()
    addEventListener('beforeunload', ask)
    return () => removeEventListener('beforeunload', ask)
  }, [asks])
}

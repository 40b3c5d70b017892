import { Download } from 'lucide-react'
import { useFormatter, useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { formatFileSize } from '#domain/file-size.ts'
import type { FileType } from '#domain/file-type.ts'
import { buttonClass } from '../ui/button.tsx'
import { Card } from '../ui/card.tsx'

type AttachedFile = {
  version: number
  name: string
  type: FileType
  sha256: string
  /** Bytes. */
  size: number
  /** UTC, ISO 8601; the person's name. */
  at: string
  by: string
}

type Props = {
  code: string
  /** The newest first; that one is the document's. Those before it where the person may see them. */
  files: readonly AttachedFile[]
  /** What gives the document a file, for those who may. */
  children: ReactNode
}

/** The file of a document, and those that it replaced. */
export function FileCard({ code, files: [current, ...earlier], children }: Props) {
  const t = useTranslations('document')
  const address = `/api/v1/documents/${code}/file`
  return (
    <Card title={t('file')}>
      <div className="grid gap-3">
        {current ? (
          <div className="flex flex-wrap items-start gap-x-4 gap-y-2">
            <About file={current} />
            {/* Not a soft link: what answers is no page. */}
            <a href={address} download className={buttonClass({ variant: 'primary', size: 'mobile' })}>
              <Download aria-hidden size={16} strokeWidth={1.75} />
              {t('download')}
            </a>
          </div>
        ) : (
          <p className="text-sm text-ink-3">{t('noFileHint')}</p>
        )}
        {children}
        {earlier.length > 0 ? (
          <details>
            <summary className="min-h-6 cursor-pointer text-sm text-ink-2">{t('earlier')}</summary>
            <ol className="mt-2 grid gap-3">
              {earlier.map((file) => (
                <li key={file.version}>
                  <a
                    href={`${address}?version=${file.version}`}
                    download
                    className="inline-block py-0.5 text-sm text-accent underline"
                  >
                    {file.name}
                  </a>
                  <Details file={file} />
                </li>
              ))}
            </ol>
          </details>
        ) : null}
      </div>
    </Card>
  )
}

const About = ({ file }: { file: AttachedFile }) => (
  <div className="min-w-0 flex-1 basis-56">
    <p className="font-medium break-words">{file.name}</p>
    <Details file={file} />
  </div>
)

function Details({ file: { type, size, by, at, sha256 } }: { file: AttachedFile }) {
  const t = useTranslations()
  const format = useFormatter()
  const about = [t(`fileType.${type}`), formatFileSize(size, useLocale())].join(' · ')
  const attached = t('document.attached', { by, at: format.dateTime(new Date(at), 'moment') })
  return (
    <>
      <p className="text-sm text-ink-2 first-letter:uppercase">{`${about} · ${attached}`}</p>
      <p className="text-xs break-all text-ink-3">{`SHA-256 ${sha256}`}</p>
    </>
  )
}

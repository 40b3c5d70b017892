import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { cache } from 'react'
import { readAddress } from '#app/_server/address.ts'
import { Desk } from '#app/_server/desk.tsx'
import { requireActor } from '#app/_server/gate.ts'
import { PageHeader } from '#components/layout/page-header.tsx'
import { FigureHistory } from '#components/table/figure-history.tsx'
import { lineAnchor } from '#components/table/sheet-query.ts'
import { Card } from '#components/ui/card.tsx'
import { Empty } from '#components/ui/empty.tsx'
import { getLineHistory } from '#db/queries/line-history.ts'
import { figureKinds } from '#domain/figure.ts'

type Props = { params: Promise<{ unit: string; year: string; code: string }> }

/** Asked by the title and by the page, read once. */
const load = cache(async (slug: string, typedYear: string, code: string) => {
  const session = await requireActor('/units/[unit]/[year]/lines/[code]', { unit: slug, year: typedYear, code })
  const found = await getLineHistory(session.reader, session.actor, {
    ...readAddress({ unit: slug, year: typedYear }),
    code,
  })
  return found ? { session, ...found } : notFound()
})

async function titleOf({ unit, year, code }: Awaited<Props['params']>): Promise<string> {
  const { line } = await load(unit, year, code)
  const [t, locale] = await Promise.all([getTranslations(), getLocale()])
  const name = locale === 'en' ? line.indicator.nameEn : line.indicator.nameVi
  return t('unitYear.history.title', { number: line.number, name })
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: await titleOf(await params) }
}

/** What became of every figure of a line: each value it had, by whom, when, why and after which document. */
export default async function LineHistoryPage({ params }: Props) {
  const address = await params
  const { session, unit, year, line, revisions } = await load(address.unit, address.year, address.code)
  const t = await getTranslations()
  const kinds = { unitKind: unit.kind, parentKind: unit.parent?.kind ?? ('other' as const) }
  const sheet = `/units/${unit.slug}/${year}`
  return (
    <Desk
      session={session}
      breadcrumbs={[
        { label: t('nav.units'), href: '/units' },
        { label: `${unit.name} ${year}`, href: sheet },
        { label: line.indicator.code },
      ]}
    >
      <PageHeader title={await titleOf(address)} sub={t('unitYear.history.newestFirst')} />
      {/* Not a soft link: only the browser itself lights up what an address points at. */}
      <a href={`${sheet}#${lineAnchor(line.indicator.code)}`} className="justify-self-start text-accent underline">
        {t('unitYear.history.back')}
      </a>
      {revisions.size === 0 ? (
        <Card>
          <Empty>{t('unitYear.history.empty')}</Empty>
        </Card>
      ) : null}
      {figureKinds.map((kind) => {
        const ofKind = revisions.get(kind)
        return ofKind ? <FigureHistory key={kind} kind={kind} line={line} revisions={ofKind} kinds={kinds} /> : null
      })}
    </Desk>
  )
}

import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { Desk } from '#app/_server/desk.tsx'
import { requireActor } from '#app/_server/gate.ts'
import { askedText } from '#app/_server/list-page.ts'
import { CopyLink } from '#components/layout/copy-link.tsx'
import { PageHeader } from '#components/layout/page-header.tsx'
import { SearchForm } from '#components/layout/search-form.tsx'
import { CompareTable } from '#components/table/compare-table.tsx'
import { Card } from '#components/ui/card.tsx'
import { Empty } from '#components/ui/empty.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { ChooseForm } from './choose-form.tsx'
import { comparisonAddress, readComparison, type Search } from './comparison.ts'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('nav'))('compare') }
}

/** Two to four sheets side by side; all of it stands in the address. */
export default async function ComparePage({ searchParams }: { searchParams: Promise<Search> }) {
  const search = await searchParams
  const session = await requireActor('/compare', search)
  const [comparison, t] = await Promise.all([readComparison(session, search), getTranslations()])
  const { sheets, chosen, unknown, group, searched } = comparison
  const address = comparisonAddress(comparison)
  const query = askedText(search.q) ?? ''
  const [first, ...others] = sheets
  return (
    <Desk session={session} breadcrumbs={[{ label: t('nav.compare') }]}>
      <PageHeader
        title={t('nav.compare')}
        sub={t('compare.sub')}
        actions={
          others.length > 0 ? (
            <CopyLink href={address} variant="primary" words={t('action.copyLink')} done={t('common.linkCopied')} />
          ) : null
        }
      />
      {unknown.length > 0 ? (
        <Notice tone="warn">{t('compare.unknown', { names: unknown.join(', '), count: unknown.length })}</Notice>
      ) : null}
      {searched || query ? (
        <SearchForm
          action="/compare"
          query={query}
          label={t('common.searchUnit')}
          keep={{ ...chosen, ...(group && { group }) }}
          allHref={address}
        />
      ) : null}
      <ChooseForm comparison={comparison} query={query} />
      {first && others.length > 0 ? (
        <CompareTable sheets={[first, ...others]} group={group} />
      ) : (
        <Card>
          <Empty>{t(comparison.offered.length > 0 ? 'compare.choose' : 'compare.nothingToChoose')}</Empty>
        </Card>
      )}
    </Desk>
  )
}

import Form from 'next/form'
import { useTranslations } from 'next-intl'
import { CopyLink } from '#components/layout/copy-link.tsx'
import { Button } from '#components/ui/button.tsx'
import { Checkbox } from '#components/ui/checkbox.tsx'
import { Segmented } from '#components/ui/segmented.tsx'
import { FilterSelect } from '#components/ui/select.tsx'
import { type Tier, tiers } from '#domain/figure.ts'
import { type IndicatorGroup, indicatorGroups } from '#domain/indicator.ts'
import type { UnitKind } from '#domain/unit.ts'

type Props = {
  years: readonly number[]
  view: { year: number; group: IndicatorGroup | null; against: Tier; previous: boolean }
  /** Units above those of the year; offered where there are several. */
  parents: readonly { slug: string; name: string; kind: UnitKind }[]
  parent: string | null
  /** What is searched for; '' for nothing. */
  query: string
  /** What the units that are shown call their two plans. */
  plans: Record<Tier, string>
  hrefOf: (change: { against?: Tier }) => string
}

/** Among more a parent is found by the search, which looks at the names above units as well. */
const mostParents = 100

/** The filters of the overview, kept in the address; a plain form until its script has loaded. */
export function OverviewFilters({ years, view, parents, parent, query, plans, hrefOf }: Props) {
  const t = useTranslations()
  const { year, group, against, previous } = view
  const kinds = new Set(parents.map(({ kind }) => kind))
  const [kind = 'other'] = kinds.size === 1 ? kinds : []
  return (
    // After going back the controls show the address again, not what was chosen last.
    <Form
      key={`${year} ${parent} ${group} ${against} ${previous} ${query}`}
      action="/"
      prefetch={false}
      autoComplete="off"
      aria-label={t('overview.filters')}
      className="flex flex-wrap items-center gap-2"
    >
      <FilterSelect
        name="year"
        label={t('common.year')}
        defaultValue={String(year)}
        options={years.map((one) => ({ value: String(one), label: String(one) }))}
      />
      {parents.length > 1 && parents.length <= mostParents ? (
        <FilterSelect
          name="parent"
          label={t('overview.superiorKind', { kind })}
          defaultValue={parent ?? ''}
          options={[
            { value: '', label: t('common.all') },
            ...parents.map(({ slug, name }) => ({ value: slug, label: name })),
          ]}
        />
      ) : null}
      <FilterSelect
        name="group"
        label={t('common.group')}
        defaultValue={group ?? ''}
        options={[
          { value: '', label: t('common.all') },
          ...indicatorGroups.map((value) => ({ value, label: t(`group.${value}`) })),
        ]}
      />
      <Segmented
        label={t('overview.against')}
        current={against}
        choices={tiers.map((tier) => ({ value: tier, label: plans[tier], href: hrefOf({ against: tier }) }))}
      />
      {against === 'adopted' ? null : <input type="hidden" name="against" value={against} />}
      <Checkbox name="previous" value="1" defaultChecked={previous}>
        {t('overview.showPrevious')}
      </Checkbox>
      {query ? <input type="hidden" name="q" value={query} /> : null}
      <Button type="submit" size="mobile">
        {t('action.apply')}
      </Button>
      {/* On a phone a line of its own, before the words have arrived as well; it grows with them to the right. */}
      <span className="flex w-full items-center gap-2 desk:ml-auto desk:w-auto">
        <CopyLink href={hrefOf({})} words={t('action.copyLink')} done={t('common.linkCopied')} />
      </span>
    </Form>
  )
}

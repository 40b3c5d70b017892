import { nanoid } from 'nanoid'
import { useTranslations } from 'next-intl'
import type { ListAt, ListQuery } from '#app/_server/list-page.ts'
import { UnitSearch } from '#app/(desk)/unit-search.tsx'
import { ActionForm } from '#components/ui/action-form.tsx'
import { Button } from '#components/ui/button.tsx'
import { CheckField, SelectField, TextField } from '#components/ui/form-fields.tsx'
import type { UnitView } from '#db/queries/unit-view.ts'
import { unitKinds } from '#domain/unit.ts'
import type { OfferedUnits } from '../../unit-options.ts'
import { saveUnitForm } from './actions.ts'

type Props = {
  /** The unit that is changed; undefined makes a new one. */
  unit: UnitView | undefined
  superiors: OfferedUnits
  /** What is open, and what is searched for among the superiors. */
  query: ListQuery
  /** Where the list stands to come back to. */
  at: ListAt
}

export function UnitForm({ unit, superiors, query, at }: Props) {
  const t = useTranslations()
  const kinds = unitKinds.map((kind) => ({ value: kind, label: t(`unitKind.${kind}`) }))
  return (
    <>
      <UnitSearch action="/catalogue/units" units={superiors} query={query} at={at} />
      <ActionForm action={saveUnitForm.bind(null, at)} submissionKey={nanoid()}>
        {unit ? <input type="hidden" name="unit" value={unit.slug} /> : null}
        <TextField
          name="name"
          label={t('catalogue.unitName')}
          hint={t('catalogue.unitNameHint')}
          defaultValue={unit?.name}
          required
        />
        <TextField
          name="slug"
          label={t('catalogue.slug')}
          {...(unit ? { readOnly: true } : { hint: t('catalogue.slugHint') })}
          defaultValue={unit?.slug}
        />
        <TextField
          name="code"
          label={t('catalogue.code')}
          hint={t('catalogue.unitCodeHint')}
          defaultValue={unit?.code}
          inputMode="numeric"
          required
        />
        <SelectField
          name="kind"
          label={t('catalogue.kind')}
          options={unit ? kinds : [{ value: '', label: t('catalogue.choose') }, ...kinds]}
          defaultValue={unit?.kind}
        />
        <SelectField
          name="parent"
          label={t('catalogue.superior')}
          options={[{ value: '', label: t('catalogue.noSuperior') }, ...superiors.options]}
          defaultValue={unit?.parent?.slug}
        />
        <TextField
          name="validFrom"
          label={t('catalogue.validFrom')}
          type="date"
          defaultValue={unit?.validFrom}
          required
        />
        <TextField
          name="validTo"
          label={t('catalogue.validTo')}
          hint={t('catalogue.validToHint')}
          type="date"
          defaultValue={unit?.validTo ?? undefined}
        />
        <div className="grid gap-1">
          <CheckField
            name="recordsOwnAssignedPlan"
            label={t('catalogue.ownAssigned')}
            checked={unit?.recordsOwnAssignedPlan ?? false}
          />
          <p className="text-xs text-ink-3">{t('catalogue.ownAssignedHint')}</p>
        </div>
        <Button type="submit" variant="primary" size="mobile">
          {t('action.save')}
        </Button>
      </ActionForm>
    </>
  )
}

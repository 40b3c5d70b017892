import { nanoid } from 'nanoid'
import { useTranslations } from 'next-intl'
import type { ListAt } from '#app/_server/list-page.ts'
import { ActionForm } from '#components/ui/action-form.tsx'
import { Button } from '#components/ui/button.tsx'
import { CheckField, SelectField, TextField } from '#components/ui/form-fields.tsx'
import { Notice } from '#components/ui/notice.tsx'
import type { Option } from '#components/ui/select.tsx'
import { TextLink } from '#components/ui/text-link.tsx'
import type { CatalogueEntry } from '#db/queries/list-indicators.ts'
import { breakdownRules, directions, indicatorGroups, valueTypes } from '#domain/indicator.ts'
import { saveIndicatorForm } from './actions.ts'

type Props = {
  /** The version that is changed, or that a new one starts from; undefined for a new indicator. */
  entry: CatalogueEntry | undefined
  mode: 'new' | 'change' | 'newVersion'
  newVersionHref: string
  parents: Option[]
  /** Figures are recorded under this version, so its meaning is fixed. */
  inUse: boolean
  /** Where the list stands to come back to. */
  at: ListAt
}

export function IndicatorForm({ entry, mode, newVersionHref, parents, inUse, at }: Props) {
  const t = useTranslations()
  return (
    <ActionForm action={saveIndicatorForm.bind(null, at)} submissionKey={nanoid()}>
      {mode === 'change' ? (
        <>
          <input type="hidden" name="version" value={entry?.version} />
          {inUse ? <Notice tone="info">{t('refusal.closed.definition_in_use')}</Notice> : null}
          <TextLink href={newVersionHref} className="justify-self-start text-sm">
            {t('catalogue.newVersion')}
          </TextLink>
        </>
      ) : null}
      {mode === 'newVersion' ? (
        <>
          <input type="hidden" name="newVersion" value="on" />
          <p className="text-sm text-ink-2">{t('catalogue.newVersionHint')}</p>
        </>
      ) : null}
      <TextField
        name="code"
        label={t('catalogue.code')}
        {...(mode === 'new' ? { hint: t('catalogue.codeHint') } : { readOnly: true })}
        defaultValue={entry?.code}
        required
      />
      <TextField name="nameVi" label={t('catalogue.nameVi')} defaultValue={entry?.nameVi} required />
      <TextField name="nameEn" label={t('catalogue.nameEn')} defaultValue={entry?.nameEn} required />
      <TextField
        name="shortVi"
        label={t('catalogue.shortVi')}
        hint={t('catalogue.shortHint')}
        defaultValue={entry?.shortVi ?? undefined}
      />
      <TextField name="shortEn" label={t('catalogue.shortEn')} defaultValue={entry?.shortEn ?? undefined} />
      <SelectField
        name="group"
        label={t('common.group')}
        options={indicatorGroups.map((value) => ({ value, label: t(`group.${value}`) }))}
        defaultValue={entry?.group}
      />
      <SelectField
        name="valueType"
        label={t('catalogue.type')}
        options={valueTypes.map((value) => ({ value, label: t(`valueType.${value}`) }))}
        defaultValue={entry?.valueType}
      />
      <SelectField
        name="direction"
        label={t('catalogue.direction')}
        options={directions.map((value) => ({ value, label: t(`direction.${value}`) }))}
        defaultValue={entry?.direction}
      />
      <TextField
        name="unitOfMeasure"
        label={t('common.unitOfMeasure')}
        hint={t('catalogue.unitOfMeasureHint')}
        defaultValue={entry?.unitOfMeasure}
      />
      <TextField
        name="decimals"
        label={t('catalogue.decimals')}
        inputMode="numeric"
        defaultValue={String(entry?.decimals ?? 0)}
      />
      <SelectField
        name="parent"
        label={t('catalogue.parentIndicator')}
        options={[{ value: '', label: t('catalogue.noParent') }, ...parents]}
        defaultValue={entry?.parentCode ?? undefined}
      />
      <SelectField
        name="breakdownRule"
        label={t('catalogue.breakdownRule')}
        options={breakdownRules.map((value) => ({ value, label: t(`breakdownRule.${value}`) }))}
        defaultValue={entry?.breakdownRule ?? 'none'}
      />
      <CheckField name="heading" label={t('catalogue.heading')} checked={entry?.heading ?? false} />
      <div className="grid grid-cols-2 gap-3">
        <TextField
          name="validFromYear"
          label={t('catalogue.validFromYear')}
          inputMode="numeric"
          defaultValue={entry && String(entry.validFromYear)}
          required
        />
        <TextField
          name="validToYear"
          label={t('catalogue.validToYear')}
          inputMode="numeric"
          defaultValue={entry?.validToYear?.toString()}
        />
      </div>
      <TextField
        name="caution"
        label={t('catalogue.caution')}
        hint={t('catalogue.cautionHint')}
        lines={2}
        defaultValue={entry?.caution ?? undefined}
      />
      <Button type="submit" variant="primary" size="mobile">
        {t('action.save')}
      </Button>
    </ActionForm>
  )
}

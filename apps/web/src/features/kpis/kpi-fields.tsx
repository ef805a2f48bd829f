import { basisOfSource, KPI_BASES, KPI_SOURCES, QUALITY_STATES, ROUNDINGS } from '@ieum/domain';
import { CheckboxField } from '../../components/checkbox-field';
import { MoneyField } from '../../components/money-field';
import { SelectField } from '../../components/select-field';
import { TextField } from '../../components/text-field';
import { useMessages } from '../../lib/language';
import { kpiFormMessages } from './form-messages';
import { contentOf, type KpiValues } from './kpi-values';
import { kpiMessages } from './messages';

type TextName = 'programme' | 'group' | 'item' | 'unit' | 'itemKey' | 'pairKey' | 'note' | 'officialNote';
type FigureName = 'target' | 'enteredActual' | 'official' | 'formerTarget';

const MAX_LENGTH: Readonly<Record<TextName, number>> = {
  programme: 100,
  group: 100,
  item: 200,
  unit: 20,
  itemKey: 400,
  pairKey: 60,
  note: 500,
  officialNote: 500,
};

interface KpiFieldsProps {
  readonly values: KpiValues;
  readonly onChange: (patch: Partial<KpiValues>) => void;
  /** the field that the rule does not accept; null = none, or not tried yet */
  readonly faulty: string | null;
}

export function KpiFields({ values, onChange, faulty }: KpiFieldsProps) {
  const t = useMessages(kpiFormMessages);
  const word = useMessages(kpiMessages);
  const isQuality = values.basis === 'quality';
  const { source } = contentOf(values);
  const text = (name: TextName, more: { required?: boolean; hint?: string } = {}) => (
    <TextField
      label={t(name)}
      maxLength={MAX_LENGTH[name]}
      autoComplete="off"
      value={values[name]}
      error={faulty === name ? t('error_required') : undefined}
      onChange={(event) => onChange({ [name]: event.target.value })}
      {...more}
    />
  );
  const figure = (name: FigureName, hint?: string) => (
    <MoneyField
      label={t(name)}
      value={values[name]}
      error={faulty === name ? t('error_figure') : undefined}
      onChange={(value) => onChange({ [name]: value })}
      {...(hint === undefined ? {} : { hint })}
      {...(values.basis === 'amount' ? {} : { countWord: values.unit })}
    />
  );
  return (
    <>
      <div className="form-grid">
        {text('programme', { required: true })}
        {text('group', { required: true })}
        {text('item', { required: true })}
      </div>
      <div className="form-grid">
        <SelectField
          label={t('basis')}
          emptyLabel={null}
          value={values.basis}
          onChange={(event) => {
            const basis = KPI_BASES.find((one) => one === event.target.value);
            if (basis) onChange({ basis, ...(basis === 'amount' ? { unit: t('won') } : {}) });
          }}
          options={KPI_BASES.map((value) => ({ value, label: t(`basis_${value}`) }))}
        />
        {text('unit', { required: true })}
        {isQuality ? (
          <SelectField
            label={t('qualityState')}
            emptyLabel={null}
            value={values.qualityState}
            onChange={(event) => {
              const qualityState = QUALITY_STATES.find((one) => one === event.target.value);
              if (qualityState) onChange({ qualityState });
            }}
            options={QUALITY_STATES.map((value) => ({ value, label: word(`state_${value}`) }))}
          />
        ) : (
          <SelectField
            label={t('source')}
            hint={t('sourceHint')}
            emptyLabel={null}
            value={source}
            onChange={(event) => {
              const chosen = KPI_SOURCES.find((one) => one === event.target.value);
              if (chosen) onChange({ source: chosen });
            }}
            options={KPI_SOURCES.filter((one) => [null, values.basis].includes(basisOfSource(one))).map(
              (value) => ({ value, label: t(`source_${value}`) }),
            )}
          />
        )}
      </div>
      {!isQuality && (
        <>
          <div className="form-grid">
            {figure('target', t('targetHint'))}
            {source === 'entered' && figure('enteredActual')}
            {figure('official', t('officialHint'))}
          </div>
          <div className="form-grid">
            <SelectField
              label={t('rounding')}
              emptyLabel={t('asBoard')}
              value={values.rounding}
              onChange={(event) =>
                onChange({ rounding: ROUNDINGS.find((one) => one === event.target.value) ?? '' })
              }
              options={ROUNDINGS.map((value) => ({ value, label: t(`rounding_${value}`) }))}
            />
            <SelectField
              label={t('decimals')}
              emptyLabel={t('asBoard')}
              value={values.decimals}
              onChange={(event) => onChange({ decimals: event.target.value })}
              options={['0', '1', '2', '3', '4'].map((value) => ({ value, label: value }))}
            />
            {text('pairKey', { hint: t('pairKeyHint') })}
          </div>
        </>
      )}
      <CheckboxField
        label={t('changedGoal')}
        checked={values.changedGoal}
        onChange={(event) => onChange({ changedGoal: event.target.checked })}
      />
      {values.changedGoal && !isQuality && <div className="form-grid">{figure('formerTarget')}</div>}
      <div className="form-grid">
        {text('note')}
        {!isQuality && text('officialNote')}
      </div>
      <div className="form-grid">
        <TextField
          label={t('sortOrder')}
          hint={t('sortOrderHint')}
          inputMode="numeric"
          maxLength={6}
          value={values.sortOrder}
          onChange={(event) => onChange({ sortOrder: event.target.value })}
        />
        {text('itemKey', { hint: t('itemKeyHint') })}
      </div>
    </>
  );
}

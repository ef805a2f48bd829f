import {
  CERTIFIED_ONLY,
  CHANNELS,
  COUNT_STATUSES,
  HAMKKE_NURI_MALL,
  PURCHASE_KINDS,
  SOCIAL_ECONOMY,
} from '@ieum/domain';
import { useState } from 'react';
import { Button } from '../../components/button';
import { CheckboxField } from '../../components/checkbox-field';
import { Notice } from '../../components/notice';
import { PlaceFields } from '../../components/place-fields';
import { SelectField } from '../../components/select-field';
import { TextField } from '../../components/text-field';
import { showDay } from '../../lib/date-format';
import { useLanguage, useMessages } from '../../lib/language';
import { purchaseWords } from '../../lib/purchase-messages';
import { useYears } from '../../lib/years';
import { purchaseMessages } from './messages';
import { MultiChoice } from './multi-choice';
import { LINKED_FILTERS, LIST_STATE, yearShown, type ChangeList, type ListState } from './purchase-filters';
import './purchase-filter-bar.css';

interface PurchaseFilterBarProps {
  readonly state: ListState;
  readonly onChange: ChangeList;
}

/** States a list can be asked for: a dropped purchase is never listed. */
const LISTED_STATES = ['draft', 'submitted', 'accepted', 'returned'] as const;
const QUARTERS = [1, 2, 3, 4] as const;
const MONTHS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12] as const;

export function PurchaseFilterBar({ state, onChange }: PurchaseFilterBarProps) {
  const t = useMessages(purchaseMessages);
  const word = useMessages(purchaseWords);
  const { years, current } = useYears();
  const year = yearShown(state, current);
  const shownYears = year === '' || years.includes(Number(year)) ? years : [Number(year), ...years];
  const period = state.quarter !== '' ? `q${state.quarter}` : state.month !== '' ? `m${state.month}` : '';
  return (
    <section className="panel purchase-filters no-print" aria-label={t('filters')}>
      <div className="purchase-filters__fields">
        <SelectField
          label={t('fiscalYear')}
          emptyLabel={year === '' ? t('all') : null}
          value={year}
          onChange={(event) => onChange({ fiscalYear: event.target.value })}
          options={shownYears.map((one) => ({
            value: String(one),
            label: t('yearName', { year: String(one) }),
          }))}
        />
        <SelectField
          label={t('period')}
          emptyLabel={t('wholeYear')}
          value={period}
          onChange={(event) => onChange(periodPatch(event.target.value))}
          options={[
            ...QUARTERS.map((quarter) => ({ value: `q${quarter}`, label: t('quarterName', { quarter }) })),
            ...MONTHS.map((month) => ({ value: `m${month}`, label: t('monthName', { month }) })),
          ]}
        />
        <PlaceFields
          value={state}
          onChange={onChange}
          labels={{
            institution: t('institution'),
            allInstitutions: t('allInstitutions'),
            department: t('department'),
            allDepartments: t('allDepartments'),
          }}
        />
        <MultiChoice
          label={t('state')}
          allLabel={t('all')}
          value={state.state}
          onChange={(chosen) => onChange({ state: chosen })}
          options={LISTED_STATES.map((one) => ({ value: one, label: word(`state_${one}`) }))}
        />
        <MultiChoice
          label={t('countStatus')}
          allLabel={t('all')}
          value={state.countStatus}
          onChange={(chosen) => onChange({ countStatus: chosen })}
          options={COUNT_STATUSES.map((one) => ({ value: one, label: word(`count_${one}`) }))}
        />
        <SelectField
          label={t('scheme')}
          emptyLabel={t('all')}
          value={state.scheme}
          onChange={(event) => onChange({ scheme: event.target.value })}
          options={schemeOptions(state.scheme, {
            [SOCIAL_ECONOMY]: word('scheme_social_economy'),
            [HAMKKE_NURI_MALL]: word('scheme_hamkke_nuri_mall'),
            [CERTIFIED_ONLY]: word('scheme_certified_only'),
          })}
        />
        <MultiChoice
          label={t('channel')}
          allLabel={t('all')}
          value={state.channel}
          onChange={(chosen) => onChange({ channel: chosen })}
          options={CHANNELS.map((one) => ({ value: one, label: word(`channel_${one}`) }))}
        />
        <MultiChoice
          label={t('kind')}
          allLabel={t('all')}
          value={state.kind}
          onChange={(chosen) => onChange({ kind: chosen })}
          options={PURCHASE_KINDS.map((one) => ({ value: one, label: word(`kind_${one}`) }))}
        />
        <SearchFilter key={state.q} value={state.q} onSearch={(q) => onChange({ q })} />
      </div>
      <div className="purchase-filters__foot">
        <CheckboxField
          label={t('onlyWarnings')}
          checked={state.hasWarnings === 'true'}
          onChange={(event) => onChange({ hasWarnings: event.target.checked ? 'true' : '' })}
        />
        <Button
          variant="text"
          size="small"
          onClick={() => onChange({ ...LIST_STATE, fiscalYear: state.fiscalYear, unit: state.unit })}
        >
          {t('reset')}
        </Button>
      </div>
      <LinkedNotice state={state} onChange={onChange} />
    </section>
  );
}

function SearchFilter({
  value,
  onSearch,
}: {
  readonly value: string;
  readonly onSearch: (q: string) => void;
}) {
  const t = useMessages(purchaseMessages);
  const [text, setText] = useState(value);
  return (
    <form
      className="purchase-filters__search"
      role="search"
      onSubmit={(event) => {
        event.preventDefault();
        onSearch(text.trim());
      }}
    >
      <TextField
        label={t('search')}
        type="search"
        maxLength={100}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <Button type="submit" variant="secondary" icon="search">
        {t('searchButton')}
      </Button>
    </form>
  );
}

/** What a link from another screen narrows the list to, in words, and the way out of it. */
function LinkedNotice({ state, onChange }: PurchaseFilterBarProps) {
  const t = useMessages(purchaseMessages);
  const { language } = useLanguage();
  const active = LINKED_FILTERS.filter((key) => state[key] !== '');
  if (active.length === 0) return null;
  const words = active.map((key) =>
    key === 'from' || key === 'to'
      ? t(`linked_${key}`, { day: showDay(state[key], language) })
      : t(`linked_${key}`),
  );
  const none = { supplierId: '', importId: '', adjustsId: '', from: '', to: '' };
  return (
    <Notice
      title={t('linked')}
      action={
        <Button variant="secondary" size="small" onClick={() => onChange(none)}>
          {t('linkedClear')}
        </Button>
      }
    >
      {words.join(' · ')}
    </Notice>
  );
}

function periodPatch(value: string): Partial<ListState> {
  return {
    quarter: value.startsWith('q') ? value.slice(1) : '',
    month: value.startsWith('m') ? value.slice(1) : '',
  };
}

/** A scheme of the institution that a link names stays choosable under its code. */
function schemeOptions(chosen: string, names: Readonly<Record<string, string>>) {
  const codes = chosen === '' || chosen in names ? Object.keys(names) : [...Object.keys(names), chosen];
  return codes.map((code) => ({ value: code, label: names[code] ?? code }));
}

import { isDay, PURCHASE_KINDS, type Day } from '@ieum/domain';
import type { ReactNode } from 'react';
import { CheckboxField } from '../../components/checkbox-field';
import { DayField } from '../../components/day-field';
import { useLanguage, useMessages } from '../../lib/language';
import { purchaseWords } from '../../lib/purchase-messages';
import { districtName, SEOUL_TILES } from '../../lib/seoul-tiles';
import { CategoryFacet } from './category-facet';
import { useCertificateName } from './certificate-name';
import { FacetList, optionsOf } from './facet-list';
import { PriceFacet } from './price-facet';
import type { Facets } from './search-api';
import { TODAY, toggled, type ChangeSearch, type SearchState } from './search-filters';
import { searchMessages } from './search-messages';
import './facet-panel.css';

interface FacetPanelProps {
  readonly state: SearchState;
  readonly onChange: ChangeSearch;
  /** null while the first answer is on its way */
  readonly facets: Facets | null;
}

const NO_FACETS: Facets = { district: [], certification: [], category: [], kind: [], price: [] };

/** AND between the groups, OR inside one. */
export function FacetPanel({ state, onChange, facets }: FacetPanelProps) {
  const t = useMessages(searchMessages);
  const word = useMessages(purchaseWords);
  const { language } = useLanguage();
  const certificateName = useCertificateName();
  const counted = facets ?? NO_FACETS;
  return (
    <div className="facets">
      <FacetGroup title={t('certification')}>
        <CertifiedOn state={state} onChange={onChange} />
        <FacetList
          options={optionsOf(counted.certification, state.certification, certificateName)}
          chosen={state.certification}
          onToggle={(type) => onChange({ certification: toggled(state.certification, type) })}
        />
      </FacetGroup>
      <FacetGroup title={t('category')}>
        <CategoryFacet values={counted.category} state={state} onChange={onChange} />
      </FacetGroup>
      <FacetGroup title={t('district')}>
        <FacetList
          options={optionsOf(counted.district, state.district, (code) =>
            code in SEOUL_TILES ? (districtName(code, language) ?? code) : t('districtElsewhere', { code }),
          )}
          chosen={state.district}
          onToggle={(code) => onChange({ district: toggled(state.district, code) })}
        />
      </FacetGroup>
      <FacetGroup title={t('kind')}>
        <FacetList
          options={PURCHASE_KINDS.map((kind) => ({
            value: kind,
            label: word(`kind_${kind}`),
            count: facets === null ? null : (counted.kind.find(({ value }) => value === kind)?.count ?? 0),
          }))}
          chosen={state.kind}
          onToggle={(kind) => onChange({ kind: toggled(state.kind, kind) })}
        />
      </FacetGroup>
      <FacetGroup title={t('price')}>
        <PriceFacet values={facets?.price ?? null} state={state} onChange={onChange} />
      </FacetGroup>
      <CheckboxField
        label={t('includeClosed')}
        checked={state.includeClosed === 'true'}
        onChange={(event) => onChange({ includeClosed: event.target.checked ? 'true' : '' })}
      />
    </div>
  );
}

function FacetGroup({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <fieldset className="facet">
      <legend className="facet__title">{title}</legend>
      {children}
    </fieldset>
  );
}

/** "Valid today" by one tap; another day for a contract that was or will be signed then. */
function CertifiedOn({ state, onChange }: Omit<FacetPanelProps, 'facets'>) {
  const t = useMessages(searchMessages);
  const day: Day | null = isDay(state.certifiedOn) ? state.certifiedOn : null;
  return (
    <>
      <CheckboxField
        label={t('validToday')}
        hint={
          state.certifiedOn === TODAY && state.certification.length === 0 ? t('validTodayHint') : undefined
        }
        checked={state.certifiedOn === TODAY}
        onChange={(event) => onChange({ certifiedOn: event.target.checked ? TODAY : '' })}
      />
      <details className="facet__below" open={day !== null}>
        <summary>{t('certifiedOn')}</summary>
        <DayField
          label={t('certifiedOn')}
          labelHidden
          hint={t('certifiedOnHint')}
          value={day}
          onChange={(next) => onChange({ certifiedOn: next ?? '' })}
        />
      </details>
    </>
  );
}

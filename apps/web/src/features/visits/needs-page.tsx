import { NEED_ORIGINS, NEED_STATES } from '@ieum/domain';
import { PageHeader } from '../../components/page-header';
import { FilterForm } from '../../components/filter-form';
import { SelectField } from '../../components/select-field';
import { useMessages } from '../../lib/language';
import { useUrlState } from '../../lib/use-url-state';
import { NeedList } from './need-list';
import { needMessages } from './need-messages';
import type { NeedFilter } from './needs-api';

const STATE = { q: '', state: 'open', origin: '', institutionId: '' } as const;
type State = { readonly [Key in keyof typeof STATE]: string };

/** What institutions of the own areas need; at first what no match meets yet. */
export default function NeedsPage() {
  const t = useMessages(needMessages);
  const [state, change] = useUrlState(STATE);
  return (
    <div className="stack">
      <PageHeader title={t('title')} description={t('lead')} />
      <FilterForm label={t('filters')} searchLabel={t('search')} q={state.q} onSearch={(q) => change({ q })}>
        <SelectField
          label={t('state')}
          emptyLabel={t('all')}
          value={state.state}
          onChange={(event) => change({ state: event.target.value })}
          options={NEED_STATES.map((value) => ({ value, label: t(`state_${value}`) }))}
        />
        <SelectField
          label={t('origin')}
          emptyLabel={t('all')}
          value={state.origin}
          onChange={(event) => change({ origin: event.target.value })}
          options={NEED_ORIGINS.map((value) => ({ value, label: t(`origin_${value}`) }))}
        />
      </FilterForm>
      <div className="panel">
        <NeedList
          filter={filterOf(state)}
          name="needs"
          caption={t('listTitle')}
          emptyTitle={t('emptyTitle')}
          emptyText={t('emptyText')}
        />
      </div>
    </div>
  );
}

function filterOf(state: State): NeedFilter {
  const asked = NEED_STATES.find((one) => one === state.state);
  const origin = NEED_ORIGINS.find((one) => one === state.origin);
  return {
    ...(asked === undefined ? {} : { state: [asked] }),
    ...(origin === undefined ? {} : { origin }),
    ...(/^[0-9a-f-]{36}$/i.test(state.institutionId) ? { institutionId: state.institutionId } : {}),
    ...(state.q.trim() === '' ? {} : { q: state.q.trim().slice(0, 100).normalize('NFC') }),
  };
}

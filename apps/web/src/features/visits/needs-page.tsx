import { NEED_ORIGINS, NEED_STATES } from '@ieum/domain';
import { useState } from 'react';
import { Button } from '../../components/button';
import { PageHeader } from '../../components/page-header';
import { SelectField } from '../../components/select-field';
import { TextField } from '../../components/text-field';
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
  const [typed, setTyped] = useState(state.q);
  return (
    <div className="stack">
      <PageHeader title={t('title')} description={t('lead')} />
      <form
        role="search"
        className="panel form-grid no-print"
        aria-label={t('filters')}
        onSubmit={(event) => {
          event.preventDefault();
          change({ q: typed });
        }}
      >
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
        <TextField
          label={t('search')}
          type="search"
          maxLength={100}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
        <div>
          <Button type="submit" variant="secondary" icon="search">
            {t('searchButton')}
          </Button>
        </div>
      </form>
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

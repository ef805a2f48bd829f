import { PageHeader } from '../../components/page-header';
import { SelectField } from '../../components/select-field';
import { Tabs } from '../../components/tabs';
import { today } from '../../lib/date-format';
import { useMessages } from '../../lib/language';
import { useUrlState } from '../../lib/use-url-state';
import { B2bLinks } from './b2b-links';
import { MarketDays } from './market-days';
import { channelMessages } from './messages';
import { Shops } from './shops';

const FIRST_YEAR = 2015;

/** What is sold to others than public bodies: links, shops, market days. */
export default function ChannelsPage() {
  const t = useMessages(channelMessages);
  const [state, change] = useUrlState({ view: 'links', year: '' });
  const year = /^20\d\d$/.test(state.year) ? Number(state.year) : null;
  const now = Number(today().slice(0, 4));
  const years = Array.from({ length: now - FIRST_YEAR + 1 }, (_, index) => String(now - index));
  const views = [
    { id: 'links', label: t('tab_links'), content: <B2bLinks year={year} /> },
    { id: 'shops', label: t('tab_shops'), content: <Shops year={year} /> },
    { id: 'markets', label: t('tab_markets'), content: <MarketDays year={year} /> },
  ];
  return (
    <div className="stack">
      <PageHeader title={t('title')} description={t('description')} />
      <section className="panel form-grid no-print">
        <SelectField
          label={t('year')}
          emptyLabel={t('allYears')}
          value={state.year}
          options={years.map((value) => ({ value, label: value }))}
          onChange={(event) => change({ year: event.target.value })}
        />
      </section>
      <Tabs
        label={t('tabs')}
        items={views}
        selected={views.some((view) => view.id === state.view) ? state.view : 'links'}
        onSelect={(view) => change({ view })}
      />
    </div>
  );
}

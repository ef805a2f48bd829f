import type { NeedState } from '@ieum/domain';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { EmptyState } from '../../components/empty-state';
import { PagedTable } from '../../components/paged-table';
import { StateBadge, type BadgeTone } from '../../components/state-badge';
import type { TableColumn } from '../../components/table-column';
import { showDay } from '../../lib/date-format';
import { useLanguage, useMessages } from '../../lib/language';
import { needMessages } from './need-messages';
import { needPagesQuery, type Need, type NeedFilter } from './needs-api';

const TONE: Readonly<Record<NeedState, BadgeTone>> = {
  open: 'information',
  matched: 'success',
  closed: 'neutral',
};

export function NeedStateBadge({ state }: { readonly state: NeedState }) {
  const t = useMessages(needMessages);
  return <StateBadge tone={TONE[state]} label={t(`state_${state}`)} />;
}

interface NeedListProps {
  readonly filter: NeedFilter;
  readonly name: string;
  readonly caption: string;
  readonly emptyTitle: string;
  readonly emptyText?: string;
}

export function NeedList({ filter, name, caption, emptyTitle, emptyText }: NeedListProps) {
  const list = useInfiniteQuery(needPagesQuery(filter));
  const columns = useNeedColumns();
  return (
    <PagedTable
      pages={list}
      name={name}
      caption={caption}
      columns={columns}
      rowKey={(row) => row.id}
      rowTone={(row) => (row.state === 'closed' ? 'muted' : undefined)}
      empty={
        <EmptyState
          icon="list"
          title={emptyTitle}
          {...(emptyText === undefined ? {} : { text: emptyText })}
        />
      }
    />
  );
}

function useNeedColumns(): readonly TableColumn<Need>[] {
  const t = useMessages(needMessages);
  const { language } = useLanguage();
  return [
    {
      key: 'title',
      label: t('need'),
      width: 18,
      value: (row) => row.title,
      cell: (row) => <Link to={`/needs/${row.id}`}>{row.title}</Link>,
    },
    {
      key: 'institution',
      label: t('institution'),
      width: 15,
      value: (row) => [row.institutionName, row.departmentName].filter(Boolean).join(' '),
    },
    {
      key: 'state',
      label: t('state'),
      kind: 'state',
      value: (row) => t(`state_${row.state}`),
      cell: (row) => <NeedStateBadge state={row.state} />,
    },
    { key: 'origin', label: t('origin'), width: 8, value: (row) => t(`origin_${row.origin}`) },
    {
      key: 'foundOn',
      label: t('foundOn'),
      kind: 'day',
      value: (row) => row.foundOn,
      cell: (row) => showDay(row.foundOn, language),
    },
    {
      key: 'wantedBy',
      label: t('wantedBy'),
      kind: 'day',
      value: (row) => row.wantedBy,
      cell: (row) => showDay(row.wantedBy, language),
    },
    { key: 'amount', label: t('amount'), kind: 'money', value: (row) => row.estimatedAmountKrw },
    { key: 'adviser', label: t('adviser'), width: 12, value: (row) => row.adviserName, hiddenAtFirst: true },
  ];
}

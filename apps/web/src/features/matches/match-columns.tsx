import { useMemo } from 'react';
import { Link } from 'react-router';
import type { TableColumn } from '../../components/table-column';
import { showDay } from '../../lib/date-format';
import { useLanguage, useMessages } from '../../lib/language';
import { matchWords } from '../../lib/match-messages';
import type { Match } from './api';
import { matchMessages } from './messages';
import { StageBadge } from './stage-badge';

export function useMatchColumns(): readonly TableColumn<Match>[] {
  const t = useMessages(matchMessages);
  const word = useMessages(matchWords);
  const { language } = useLanguage();
  return useMemo(
    () => [
      {
        key: 'title',
        label: t('titleField'),
        width: 22,
        value: (row) => row.title,
        cell: (row) => <Link to={`/matches/${row.id}`}>{row.title}</Link>,
      },
      {
        key: 'buyer',
        label: t('institution'),
        width: 15,
        value: (row) => [row.institutionName, row.departmentName].filter(Boolean).join(' '),
      },
      {
        key: 'stage',
        label: t('stage'),
        kind: 'state',
        value: (row) => word(`stage_${row.stage}`),
        cell: (row) => <StageBadge stage={row.stage} />,
      },
      { key: 'winners', label: t('winners'), width: 16, value: (row) => row.winnerNames.join(', ') },
      {
        key: 'kinds',
        label: t('supportKinds'),
        width: 14,
        value: (row) => row.supportKinds.map((kind) => word(`kind_${kind}`)).join(', '),
      },
      { key: 'estimated', label: t('estimated'), kind: 'money', value: (row) => row.estimatedValueKrw },
      { key: 'contract', label: t('contractValue'), kind: 'money', value: (row) => row.contractKrw },
      {
        key: 'identifiedOn',
        label: t('identifiedOn'),
        kind: 'day',
        value: (row) => row.identifiedOn,
        cell: (row) => showDay(row.identifiedOn, language),
      },
      {
        key: 'adviser',
        label: t('adviser'),
        width: 11,
        hiddenAtFirst: true,
        value: (row) => row.adviserName,
      },
      {
        key: 'lostReason',
        label: t('lostReason'),
        width: 12,
        hiddenAtFirst: true,
        value: (row) => (row.lostReason === null ? null : word(`lost_${row.lostReason}`)),
      },
    ],
    [t, word, language],
  );
}

import type { Schema } from '@ieum/api-client';
import { candidateAskRefusal } from '@ieum/domain';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'react-router';
import { Button } from '../../components/button';
import { DataTable } from '../../components/data-table';
import { DeadlineText } from '../../components/deadline-text';
import { ExtendButton } from '../../components/extend-button';
import { LoadFailed } from '../../components/load-failed';
import { StateBadge, type BadgeTone } from '../../components/state-badge';
import type { TableColumn } from '../../components/table-column';
import { useMessages } from '../../lib/language';
import { useMay } from '../../lib/session';
import { MATCHES_KEY, matchRequestsQuery, type MatchDetail } from './api';
import { AskDialog } from './ask-dialog';
import { matchMessages } from './messages';

type Request = Schema<'SupplierRequestDto'>;

const TONES: Readonly<Record<Request['state'], BadgeTone>> = {
  sent: 'information',
  answered: 'success',
  declined: 'warning',
  withdrawn: 'neutral',
};

interface RequestsPanelProps {
  readonly match: MatchDetail;
  readonly mayAsk: boolean;
}

/** What the candidates were asked, until when, and what each answered. */
export function RequestsPanel({ match, mayAsk }: RequestsPanelProps) {
  const t = useMessages(matchMessages);
  const mayExtend = useMay()('supplier-request:write') && mayAsk;
  const [asking, setAsking] = useState(false);
  const { data, error, refetch } = useQuery(matchRequestsQuery(match.id));
  const askable = match.candidates.filter(
    (one) => candidateAskRefusal(match.stage, one.outcome, one.supplierId !== null) === null,
  );
  const columns: TableColumn<Request>[] = [
    {
      key: 'supplier',
      label: t('candidate'),
      width: 16,
      value: (row) => row.supplierName,
    },
    {
      key: 'title',
      label: t('requestTitle'),
      width: 16,
      value: (row) => row.title,
      cell: (row) => <Link to={`/supplier-requests/${row.id}`}>{row.title}</Link>,
    },
    {
      key: 'state',
      label: t('answer'),
      kind: 'state',
      width: 15,
      value: (row) => t(`state_${row.state}`),
      cell: (row) => <StateBadge tone={TONES[row.state]} label={t(`state_${row.state}`)} />,
    },
    {
      key: 'text',
      label: t('message'),
      width: 20,
      value: (row) => row.answer ?? row.declineReason,
    },
    {
      key: 'quote',
      label: t('quote'),
      kind: 'number',
      width: 15,
      value: (row) => row.quotedAmountKrw,
      cell: (row) =>
        row.quotedAmountKrw === null
          ? '–'
          : `${row.quotedAmountKrw.toLocaleString('ko-KR')} (${t(row.quotedIncludesVat === true ? 'withVat' : 'withoutVat')})`,
    },
    {
      key: 'answerBy',
      label: t('answerBy'),
      kind: 'day',
      width: 17,
      value: (row) => row.answerBy,
      cell: (row) => (
        <div className="stack stack--tight">
          <span>
            <DeadlineText answerBy={row.answerBy} isOpen={row.state === 'sent'} />
          </span>
          {mayExtend && row.state === 'sent' && row.answerBy !== null && (
            <ExtendButton requestId={row.id} answerBy={row.answerBy} reloads={MATCHES_KEY} />
          )}
        </div>
      ),
    },
  ];
  return (
    <section className="panel stack stack--tight" aria-labelledby="match-requests">
      <div className="cluster cluster--spread">
        <h2 id="match-requests">{t('requests')}</h2>
        {mayAsk && askable.length > 0 && (
          <Button size="small" icon="mail" onClick={() => setAsking(true)}>
            {t('ask')}
          </Button>
        )}
      </div>
      {error !== null ? (
        <LoadFailed error={error} onRetry={() => void refetch()} />
      ) : (
        <DataTable
          name="match-requests"
          caption={t('requests')}
          columns={columns}
          rows={data?.items ?? []}
          loading={data === undefined}
          rowKey={(row) => row.id}
          empty={<p>{t('requestsNone')}</p>}
        />
      )}
      {asking && <AskDialog match={match} askable={askable} onClose={() => setAsking(false)} />}
    </section>
  );
}

import { candidateWithdrawRefusal, gatheringRefusal } from '@ieum/domain';
import { useState } from 'react';
import { Button } from '../../components/button';
import { DataTable } from '../../components/data-table';
import { StateBadge, type BadgeTone } from '../../components/state-badge';
import type { TableColumn } from '../../components/table-column';
import { TextOrLink } from '../../components/text-or-link';
import { WithdrawButton } from '../../components/withdraw-button';
import { useMessages } from '../../lib/language';
import { matchWords } from '../../lib/match-messages';
import { MATCHES_KEY, withdrawCandidate, type Candidate, type MatchDetail } from './api';
import { FindCandidatesDialog } from './find-candidates-dialog';
import { matchMessages } from './messages';

const TONES: Readonly<Record<Candidate['outcome'], BadgeTone>> = {
  candidate: 'information',
  selected: 'success',
  not_selected: 'neutral',
  withdrawn: 'neutral',
};

interface CandidatesPanelProps {
  readonly match: MatchDetail;
  readonly mayWrite: boolean;
}

/** Who could deliver, and what became of each. */
export function CandidatesPanel({ match, mayWrite }: CandidatesPanelProps) {
  const t = useMessages(matchMessages);
  const word = useMessages(matchWords);
  const [finding, setFinding] = useState(false);
  const gathers = mayWrite && gatheringRefusal(match.stage) === null;
  const columns: TableColumn<Candidate>[] = [
    {
      key: 'name',
      label: t('candidate'),
      width: 20,
      value: (row) => row.supplierName,
      cell: (row) => (
        <TextOrLink to={row.supplierId === null ? undefined : `/suppliers/${row.supplierId}`}>
          {row.supplierId === null ? `${row.supplierName} (${t('notRegistered')})` : row.supplierName}
        </TextOrLink>
      ),
    },
    {
      key: 'outcome',
      label: t('outcome'),
      kind: 'state',
      width: 16,
      value: (row) => word(`outcome_${row.outcome}`),
      cell: (row) => (
        <StateBadge
          tone={TONES[row.outcome]}
          label={`${word(`outcome_${row.outcome}`)}${row.isLead && match.award !== 'single' ? ` · ${t('leader')}` : ''}`}
        />
      ),
    },
    ...(gathers
      ? [
          {
            key: 'actions',
            label: t('actions'),
            kind: 'action' as const,
            width: 14,
            cell: (row: Candidate) =>
              candidateWithdrawRefusal(match.stage, row.outcome) === null && (
                <WithdrawButton
                  label={t('withdrawCandidate')}
                  title={t('withdrawTitle')}
                  text={t('withdrawText', { name: row.supplierName })}
                  done={t('withdrawn')}
                  withdraw={() => withdrawCandidate(match.id, row.id)}
                  reloads={MATCHES_KEY}
                />
              ),
          },
        ]
      : []),
  ];
  return (
    <section className="panel stack stack--tight" aria-labelledby="match-candidates">
      <div className="cluster cluster--spread">
        <h2 id="match-candidates">{t('candidates')}</h2>
        {gathers && (
          <Button size="small" icon="search" onClick={() => setFinding(true)}>
            {t('findCandidates')}
          </Button>
        )}
      </div>
      <DataTable
        name="match-candidates"
        caption={t('candidates')}
        columns={columns}
        rows={match.candidates}
        rowKey={(row) => row.id}
        rowTone={(row) => (row.outcome === 'withdrawn' ? 'muted' : undefined)}
        empty={<p>{t('candidatesNone')}</p>}
      />
      {finding && <FindCandidatesDialog match={match} onClose={() => setFinding(false)} />}
    </section>
  );
}

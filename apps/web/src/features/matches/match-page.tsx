import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import { ChainLink } from '../../components/chain-link';
import { LoadFailed } from '../../components/load-failed';
import { PageHeader } from '../../components/page-header';
import { PageSkeleton } from '../../components/skeleton';
import { useMessages } from '../../lib/language';
import { useMay } from '../../lib/session';
import { matchQuery } from './api';
import { CandidatesPanel } from './candidates-panel';
import { ContractsPanel } from './contracts-panel';
import { EditMatchButton } from './edit-match-button';
import { HistoryPanel } from './history-panel';
import { MatchFacts } from './match-facts';
import { matchMessages } from './messages';
import { NeedsPanel } from './needs-panel';
import { RequestsPanel } from './requests-panel';
import { StagePanel } from './stage-panel';
import './match-page.css';

/** One match: what it is about, who could deliver, what they answered, and how far it has come. */
export default function MatchPage() {
  const t = useMessages(matchMessages);
  const mayWrite = useMay()('match:write');
  const { id = '' } = useParams();
  const { data: match, error, refetch } = useQuery(matchQuery(id));
  if (error) return <LoadFailed error={error} onRetry={() => void refetch()} />;
  if (match === undefined) return <PageSkeleton label={t('loading')} />;
  return (
    <div className="stack">
      <PageHeader
        title={match.title}
        crumbs={[{ label: t('title'), to: '/matches' }]}
        actions={
          <>
            <ChainLink of="match" id={match.id} />
            {mayWrite && <EditMatchButton match={match} />}
          </>
        }
      />
      <StagePanel match={match} mayMove={mayWrite} />
      <MatchFacts match={match} />
      <NeedsPanel match={match} mayWrite={mayWrite} />
      <CandidatesPanel match={match} mayWrite={mayWrite} />
      <RequestsPanel match={match} mayAsk={mayWrite} />
      <ContractsPanel match={match} />
      <HistoryPanel matchId={match.id} />
    </div>
  );
}

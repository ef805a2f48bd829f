import { needChangeRefusal } from '@ieum/domain';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { Button } from '../../components/button';
import { ChainLink } from '../../components/chain-link';
import { FactList } from '../../components/fact-list';
import { LinkButton } from '../../components/link-button';
import { LoadFailed } from '../../components/load-failed';
import { PageHeader } from '../../components/page-header';
import { ReasonDialog } from '../../components/reason-dialog';
import { PageSkeleton } from '../../components/skeleton';
import { useToast } from '../../components/toast';
import { showDay } from '../../lib/date-format';
import { useLanguage, useMessages } from '../../lib/language';
import { useProblemSentence } from '../../lib/problem-sentences';
import { purchaseWords } from '../../lib/purchase-messages';
import { useMay } from '../../lib/session';
import { NeedDialog } from './need-dialog';
import { NeedStateBadge } from './need-list';
import { needMessages } from './need-messages';
import { closeNeed, NEEDS_KEY, needQuery, type Need } from './needs-api';
import './visit-page.css';

/** One need: where it was found, what meets it, and until then its change or end. */
export default function NeedPage() {
  const t = useMessages(needMessages);
  const may = useMay();
  const { id = '' } = useParams();
  const { data: need, error, refetch } = useQuery(needQuery(id));
  const [editing, setEditing] = useState(false);
  if (error !== null) return <LoadFailed error={error} onRetry={() => void refetch()} />;
  if (need === undefined) return <PageSkeleton label={t('loading')} />;
  const mayChange = may('support-work:write') && needChangeRefusal(need.state) === null;
  return (
    <div className="stack">
      <PageHeader
        title={need.title}
        description={[need.institutionName, need.departmentName].filter(Boolean).join(' ')}
        crumbs={[{ label: t('title'), to: '/needs' }]}
        actions={
          <>
            <ChainLink of="need" id={need.id} />
            {mayChange && (
              <>
                {may('match:write') && (
                  <LinkButton icon="plus" to={`/matches/new?needId=${need.id}`}>
                    {t('beginMatch')}
                  </LinkButton>
                )}
                <Button variant="secondary" icon="edit" onClick={() => setEditing(true)}>
                  {t('edit')}
                </Button>
                <CloseNeed need={need} />
              </>
            )}
          </>
        }
      />
      <NeedFacts need={need} />
      {editing && <NeedDialog need={need} onClose={() => setEditing(false)} />}
    </div>
  );
}

function NeedFacts({ need }: { readonly need: Need }) {
  const t = useMessages(needMessages);
  const words = useMessages(purchaseWords);
  const may = useMay();
  const { language } = useLanguage();
  const origin = t(`origin_${need.origin}`);
  const source =
    need.origin === 'visit' && need.originId !== null ? (
      <Link to={`/visits/${need.originId}`}>{t('openSource', { origin })}</Link>
    ) : (
      origin
    );
  return (
    <section className="panel stack stack--tight">
      <div>
        <NeedStateBadge state={need.state} />
      </div>
      <FactList
        facts={[
          { label: t('origin'), value: source },
          { label: t('foundOn'), value: showDay(need.foundOn, language) },
          { label: t('kind'), value: need.kind === null ? null : words(`kind_${need.kind}`) },
          { label: t('amount'), value: need.estimatedAmountKrw?.toLocaleString('ko-KR') },
          { label: t('wantedBy'), value: showDay(need.wantedBy, language) },
          { label: t('adviser'), value: need.adviserName },
          {
            label: t('note'),
            value: need.note === null ? null : <span className="visit-text">{need.note}</span>,
          },
          ...(need.closeReason === null ? [] : [{ label: t('closeReason'), value: need.closeReason }]),
          ...(need.matchId === null || !may('match:read')
            ? []
            : [{ label: t('match'), value: <Link to={`/matches/${need.matchId}`}>{t('openMatch')}</Link> }]),
        ]}
      />
    </section>
  );
}

function CloseNeed({ need }: { readonly need: Need }) {
  const t = useMessages(needMessages);
  const say = useToast();
  const sentence = useProblemSentence();
  const queryClient = useQueryClient();
  const [open, setOpen] = useState(false);
  const [busy, setBusy] = useState(false);
  const close = async (reason: string) => {
    setBusy(true);
    try {
      await closeNeed(need.id, reason);
      say(t('closed'));
    } catch (error) {
      say(sentence(error));
    }
    setBusy(false);
    setOpen(false);
    await queryClient.invalidateQueries({ queryKey: NEEDS_KEY });
  };
  return (
    <>
      <Button variant="secondary" onClick={() => setOpen(true)}>
        {t('close')}
      </Button>
      <ReasonDialog
        open={open}
        onClose={() => setOpen(false)}
        onConfirm={(reason) => void close(reason)}
        title={t('closeTitle')}
        text={t('closeText')}
        label={t('closeReason')}
        confirmLabel={t('close')}
        missingText={t('reasonMissing')}
        danger
        busy={busy}
      />
    </>
  );
}

import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { Button } from '../../components/button';
import { LoadFailed } from '../../components/load-failed';
import { Notice } from '../../components/notice';
import { PageSkeleton } from '../../components/skeleton';
import { StateBadge, type BadgeTone } from '../../components/state-badge';
import { useToast } from '../../components/toast';
import { WithdrawButton } from '../../components/withdraw-button';
import { showInstant } from '../../lib/date-format';
import { useLanguage, useMessages } from '../../lib/language';
import { useSession } from '../../lib/session';
import { claimsQuery, ENTERPRISE_KEY, withdrawClaim, type Claim, type ClaimableSupplier } from './api';
import { ClaimForm } from './claim-form';
import { claimMessages } from './claim-messages';
import { ClaimSearch } from './claim-search';

/** While a claim waits, the page asks by itself whether it was decided. */
const ASK_AGAIN_MS = 30_000;

/** What an account without an enterprise sees first: find it, ask, wait, begin. */
export function ClaimPanel() {
  const t = useMessages(claimMessages);
  const { extend } = useSession();
  const say = useToast();
  const { data, error, isPending, refetch } = useQuery({ ...claimsQuery, refetchInterval: ASK_AGAIN_MS });
  const [found, setFound] = useState<ClaimableSupplier | null>(null);
  const connected = data?.items.some(({ state }) => state === 'verified') === true;
  // The session still says "no enterprise"; a renewed one says which.
  useEffect(() => {
    if (!connected) return;
    void extend().then(() => say(t('connected')));
  }, [connected, extend, say, t]);

  if (isPending) return <PageSkeleton label={t('title')} />;
  if (error) return <LoadFailed error={error} onRetry={() => void refetch()} />;
  const waiting = data.items.find(({ state }) => state === 'pending');
  const [latest] = data.items;
  const past = data.items.filter((claim) => claim !== waiting);
  return (
    <>
      {waiting !== undefined && <Waiting claim={waiting} />}
      {waiting === undefined && !connected && (
        <section className="panel stack" aria-label={t('title')}>
          {latest?.state === 'refused' && (
            <Notice tone="warning" title={t('refusedTitle', { name: latest.supplierName })}>
              {latest.reason}
            </Notice>
          )}
          <p>{t('steps')}</p>
          {found === null ? (
            <ClaimSearch onFound={setFound} />
          ) : (
            <ClaimForm supplier={found} onOther={() => setFound(null)} />
          )}
        </section>
      )}
      {past.length > 0 && <PastClaims claims={past} />}
    </>
  );
}

function Waiting({ claim }: { readonly claim: Claim }) {
  const t = useMessages(claimMessages);
  const { language } = useLanguage();
  const say = useToast();
  const queryClient = useQueryClient();
  const [asking, setAsking] = useState(false);
  const ask = async () => {
    setAsking(true);
    await queryClient.invalidateQueries({ queryKey: ENTERPRISE_KEY });
    const now = queryClient.getQueryData(claimsQuery.queryKey);
    if (now?.items.find(({ id }) => id === claim.id)?.state === 'pending') say(t('stillWaiting'));
    setAsking(false);
  };
  return (
    <Notice
      title={t('waitingTitle', { name: claim.supplierName })}
      action={
        <div className="cluster">
          <Button size="small" busy={asking} onClick={() => void ask()}>
            {t('refresh')}
          </Button>
          <WithdrawButton
            label={t('withdraw')}
            title={t('withdrawTitle')}
            text={t('withdrawText')}
            done={t('withdrawn')}
            withdraw={() => withdrawClaim(claim.id)}
            reloads={ENTERPRISE_KEY}
          />
        </div>
      }
    >
      {t('waitingText', { day: showInstant(claim.requestedAt, language) })}
    </Notice>
  );
}

const TONE: Readonly<Record<Claim['state'], BadgeTone>> = {
  pending: 'information',
  verified: 'success',
  refused: 'warning',
  withdrawn: 'neutral',
};

function PastClaims({ claims }: { readonly claims: readonly Claim[] }) {
  const t = useMessages(claimMessages);
  const { language } = useLanguage();
  return (
    <section className="panel stack stack--tight" aria-labelledby="past-claims">
      <h2 id="past-claims">{t('history')}</h2>
      <ul className="stack stack--tight">
        {claims.map((claim) => (
          <li key={claim.id} className="cluster">
            <StateBadge tone={TONE[claim.state]} label={t(`state_${claim.state}`)} />
            <span>{claim.supplierName}</span>
            <span className="field__hint">
              {t('requestedAt')} {showInstant(claim.requestedAt, language)}
            </span>
            {claim.reason !== null && <span>{claim.reason}</span>}
          </li>
        ))}
      </ul>
    </section>
  );
}

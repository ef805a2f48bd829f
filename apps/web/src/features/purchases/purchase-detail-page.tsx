import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import { ChainLink } from '../../components/chain-link';
import { LinkButton } from '../../components/link-button';
import { LoadFailed } from '../../components/load-failed';
import { Notice } from '../../components/notice';
import { PageHeader } from '../../components/page-header';
import { PageSkeleton } from '../../components/skeleton';
import { useMessages } from '../../lib/language';
import { AdjustmentsPanel } from './adjustments-panel';
import { purchaseQuery, type Purchase } from './api';
import { CountingPanel } from './counting-panel';
import { detailMessages } from './detail-messages';
import { EvidencePanel } from './evidence-panel';
import { PurchaseActions } from './purchase-actions';
import { CountBadge, PurchaseStateBadge } from './purchase-badges';
import { PurchaseFacts } from './purchase-facts';
import { WarningList } from './purchase-warnings';
import { usePurchaseStanding } from './use-purchase-standing';
import './purchase-detail-page.css';

export default function PurchaseDetailPage() {
  const t = useMessages(detailMessages);
  const { id = '' } = useParams();
  const { data, error, refetch } = useQuery(purchaseQuery(id));
  if (error) return <LoadFailed error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <PageSkeleton label={t('loading')} />;
  return <PurchaseDetail purchase={data.data} />;
}

function PurchaseDetail({ purchase }: { readonly purchase: Purchase }) {
  const t = useMessages(detailMessages);
  const standing = usePurchaseStanding(purchase);
  return (
    <div className="stack">
      <PageHeader
        title={purchase.item}
        crumbs={[{ label: t('list'), to: '/purchases' }]}
        actions={
          purchase.contractId !== null && <ChainLink of="purchase" id={purchase.adjustsId ?? purchase.id} />
        }
      />
      <div className="cluster">
        <PurchaseStateBadge state={purchase.state} />
        <CountBadge status={purchase.countStatus} />
      </div>
      {purchase.state === 'returned' && purchase.returnReason !== null && (
        <Notice tone="danger" title={t('returnedTitle')}>
          {purchase.returnReason}
        </Notice>
      )}
      {purchase.adjustsId !== null && (
        <Notice
          action={
            <LinkButton to={`/purchases/${purchase.adjustsId}`} variant="secondary" size="small">
              {t('openOriginal')}
            </LinkButton>
          }
        >
          {t('adjustmentOf', { reason: purchase.adjustmentReason ?? '–' })}
        </Notice>
      )}
      {standing !== null && <PurchaseActions purchase={purchase} standing={standing} />}
      {purchase.warnings.length > 0 && (
        <Notice tone="warning" title={t('warnings')}>
          <WarningList warnings={purchase.warnings} />
          <p className="field__hint">{t('warningsText')}</p>
        </Notice>
      )}
      <div className="purchase-detail">
        <PurchaseFacts purchase={purchase} />
        <CountingPanel purchase={purchase} />
        <EvidencePanel fileIds={purchase.fileIds} />
        {purchase.adjustsId === null && standing !== null && <AdjustmentsPanel standing={standing} />}
      </div>
    </div>
  );
}

import { isClosedOn, isDay } from '@ieum/domain';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import { Link, Navigate, useLocation, useParams } from 'react-router';
import { Button, buttonClass } from '../../components/button';
import { LinkButton } from '../../components/link-button';
import { LoadFailed } from '../../components/load-failed';
import { Notice } from '../../components/notice';
import { PageHeader } from '../../components/page-header';
import { PrintButton } from '../../components/print-button';
import { ShortlistButton } from '../../components/shortlist-button';
import { PageSkeleton, Skeleton } from '../../components/skeleton';
import { useCompareChoice } from '../../lib/compare-choice';
import { showDay, today } from '../../lib/date-format';
import { useLanguage, useMessages } from '../../lib/language';
import { purchaseStartLink } from '../../lib/purchase-start';
import { districtName } from '../../lib/seoul-tiles';
import { useMay, useSession } from '../../lib/session';
import { useUrlState } from '../../lib/use-url-state';
import { CertificateHistory } from './certificate-history';
import { CompareBar } from './compare-bar';
import { pageMessages } from './page-messages';
import { supplierQuery, type Supplier } from './supplier-api';
import { SupplierCatalogue } from './supplier-catalogue';
import { SupplierFacts } from './supplier-facts';
import './supplier-page.css';

const DirectAwardPanel = lazy(async () => ({
  default: (await import('../../components/direct-award-panel')).DirectAwardPanel,
}));

const STATE = { asOf: '' } as const;
const MERGED = 'merged';
const AWARD_PLACE = 'direct-award';

/** One supplier for anybody: who it is, which certificates held when, what it offers. */
export default function SupplierPage() {
  const t = useMessages(pageMessages);
  const { id = '' } = useParams();
  const { search, state: arrival } = useLocation();
  const [state, change] = useUrlState(STATE);
  const asOf = isDay(state.asOf) ? state.asOf : null;
  const keeps = useKeepsShortlists();
  const supplier = useQuery(supplierQuery(id, asOf));
  if (supplier.isPending) return <PageSkeleton label={t('loading')} />;
  if (supplier.isError) {
    return (
      <div className="stack">
        <PageHeader title={t('title')} crumbs={[{ label: t('search'), to: '/suppliers' }]} />
        <LoadFailed error={supplier.error} onRetry={() => void supplier.refetch()} />
      </div>
    );
  }
  // Links to a duplicate lead to the one that stays, and the address says so.
  if (supplier.data.id !== id.toLowerCase())
    return <Navigate to={`/suppliers/${supplier.data.id}${search}`} replace state={MERGED} />;
  return (
    <div className="stack supplier-page">
      <Head supplier={supplier.data} />
      <Notices supplier={supplier.data} merged={arrival === MERGED} />
      <SupplierFacts supplier={supplier.data} />
      <CertificateHistory
        supplier={supplier.data}
        asOf={asOf}
        onAsOf={(day) => change({ asOf: day ?? '' })}
      />
      <SupplierCatalogue
        supplier={supplier.data}
        actionsOf={(item) => keeps && <ShortlistButton supplier={supplier.data} item={item} />}
      />
      <AwardPlace supplierId={supplier.data.id} />
      <CompareBar context={{ asOf: state.asOf }} />
    </div>
  );
}

/** The hint asks for an account; a visitor on a phone need not load what it is made of. */
function AwardPlace({ supplierId }: { readonly supplierId: string }) {
  const t = useMessages(pageMessages);
  const { user } = useSession();
  const { pathname } = useLocation();
  if (user === null) {
    return (
      <p className="no-print">
        <Link to={`/login?next=${encodeURIComponent(pathname)}`}>{t('awardSignIn')}</Link>
      </p>
    );
  }
  return (
    <div id={AWARD_PLACE}>
      <Suspense fallback={<Skeleton height="20rem" />}>
        <DirectAwardPanel supplierId={supplierId} />
      </Suspense>
    </div>
  );
}

/** Without an account the choice is kept in the browser; an enterprise has nothing to buy. */
function useKeepsShortlists(): boolean {
  const { user } = useSession();
  const may = useMay();
  return user === null || may('shortlist:own');
}

function Head({ supplier }: { readonly supplier: Supplier }) {
  const t = useMessages(pageMessages);
  const { language } = useLanguage();
  const may = useMay();
  const { isChosen, isFull, toggle } = useCompareChoice();
  const { id, name } = supplier;
  const keeps = useKeepsShortlists();
  const chosen = isChosen(id);
  const place = districtName(supplier.districtCode, language);
  return (
    <PageHeader
      title={name}
      crumbs={[{ label: t('search'), to: '/suppliers' }]}
      description={place}
      actions={
        <>
          {may('purchase:write') && (
            <LinkButton icon="plus" size="small" to={purchaseStartLink({ supplierId: id })}>
              {t('enterPurchase')}
            </LinkButton>
          )}
          {may('supplier-request:write') && (
            <LinkButton variant="secondary" size="small" to={`/supplier-requests/new?supplierId=${id}`}>
              {t('request')}
            </LinkButton>
          )}
          {keeps && <ShortlistButton supplier={supplier} />}
          <Button
            variant="secondary"
            size="small"
            aria-pressed={chosen}
            disabled={isFull && !chosen}
            onClick={() => toggle({ id, name })}
          >
            {t(chosen ? 'compareOut' : 'compareIn')}
          </Button>
          {may('purchase:write') && (
            <a className={buttonClass('secondary', 'small')} href={`#${AWARD_PLACE}`}>
              {t('awardHint')}
            </a>
          )}
          {may('purchase:read') && (
            <LinkButton variant="secondary" size="small" to={`/purchases?supplierId=${id}`}>
              {t('purchases')}
            </LinkButton>
          )}
          {may('supplier:write') && (
            <LinkButton variant="secondary" size="small" icon="edit" to={`/suppliers/${id}/register`}>
              {t('edit')}
            </LinkButton>
          )}
          <PrintButton />
        </>
      }
    />
  );
}

function Notices({ supplier, merged }: { readonly supplier: Supplier; readonly merged: boolean }) {
  const t = useMessages(pageMessages);
  const { language } = useLanguage();
  const may = useMay();
  const { closedOn } = supplier;
  const closed = isClosedOn(closedOn, today());
  return (
    <>
      {merged && <Notice live>{t('merged')}</Notice>}
      {closedOn !== null && (
        <Notice
          tone={closed ? 'danger' : 'warning'}
          title={t(closed ? 'closedTitle' : 'closesTitle', { day: showDay(closedOn, language) })}
        >
          {closed && t('closedText')}
        </Notice>
      )}
      {may('supplier:write') &&
        supplier.warnings.map((warning) => (
          <Notice key={warning} tone="warning">
            {t(`warning_${warning}`)}
          </Notice>
        ))}
    </>
  );
}

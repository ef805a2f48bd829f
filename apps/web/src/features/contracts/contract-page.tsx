import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from 'react-router';
import { FactList } from '../../components/fact-list';
import { LinkButton } from '../../components/link-button';
import { LoadFailed } from '../../components/load-failed';
import { Notice } from '../../components/notice';
import { PageHeader } from '../../components/page-header';
import { PageSkeleton } from '../../components/skeleton';
import { showDay } from '../../lib/date-format';
import { useLanguage, useMessages } from '../../lib/language';
import { showKrw } from '../../lib/money-format';
import { purchaseWords } from '../../lib/purchase-messages';
import { useMay } from '../../lib/session';
import { contractQuery, type Contract } from './api';
import { ContractActions } from './contract-actions';
import { ContractStateBadge, PurchaseBadge } from './contract-badges';
import { ContractParties } from './contract-parties';
import { EnterPurchase } from './enter-purchase';
import { contractMessages } from './messages';

/** One contract: what was signed and with whom, and the purchase that it became. */
export default function ContractPage() {
  const t = useMessages(contractMessages);
  const { id = '' } = useParams();
  const { data: contract, error, refetch } = useQuery(contractQuery(id));
  if (error) return <LoadFailed error={error} onRetry={() => void refetch()} />;
  if (contract === undefined) return <PageSkeleton label={t('loading')} />;
  return (
    <div className="stack">
      <PageHeader
        title={contract.item}
        crumbs={[{ label: t('title'), to: '/contracts' }]}
        actions={<ContractActions contract={contract} />}
      />
      <div className="cluster">
        <ContractStateBadge state={contract.state} />
        {contract.state === 'signed' && <PurchaseBadge contract={contract} />}
      </div>
      {contract.cancelReason !== null && (
        <Notice tone="warning" title={t('cancelledTitle')}>
          {contract.cancelReason}
        </Notice>
      )}
      <ContractFacts contract={contract} />
      <ContractParties contract={contract} />
      {contract.state === 'signed' && <PurchasePanel contract={contract} />}
    </div>
  );
}

function ContractFacts({ contract }: { readonly contract: Contract }) {
  const t = useMessages(contractMessages);
  const word = useMessages(purchaseWords);
  const { language } = useLanguage();
  const may = useMay();
  const won = (amountKrw: number | null) =>
    amountKrw === null ? null : t('won', { amount: showKrw(amountKrw) });
  const { fairId, matchId, matchTitle } = contract;
  const source = t(`source_${contract.source}`);
  const match =
    matchId === null ? null : may('match:read') ? (
      <Link to={`/matches/${matchId}`}>{matchTitle}</Link>
    ) : (
      matchTitle
    );
  return (
    <section className="panel stack stack--tight" aria-labelledby="contract-facts">
      <h2 id="contract-facts">{t('facts')}</h2>
      <FactList
        facts={[
          { label: t('institution'), value: contract.institutionName },
          { label: t('department'), value: contract.departmentName },
          { label: t('signedOn'), value: showDay(contract.signedOn, language) },
          { label: t('value'), value: won(contract.valueKrw) },
          { label: t('supplyValue'), value: won(contract.supplyValueKrw) },
          { label: t('kind'), value: word(`kind_${contract.kind}`) },
          {
            label: t('method'),
            value: contract.method === null ? null : word(`method_${contract.method}`),
          },
          { label: t('number'), value: contract.contractNumber },
          {
            label: t('source'),
            value: fairId === null ? source : <Link to={`/fairs/${fairId}`}>{source}</Link>,
          },
          { label: t('match'), value: match },
          { label: t('adviser'), value: contract.adviserName },
          { label: t('note'), value: contract.note },
        ]}
      />
    </section>
  );
}

/** What it became in the books, or the way there. */
function PurchasePanel({ contract }: { readonly contract: Contract }) {
  const t = useMessages(contractMessages);
  const word = useMessages(purchaseWords);
  const { language } = useLanguage();
  const may = useMay();
  const { purchase } = contract;
  return (
    <section className="panel stack stack--tight" aria-labelledby="contract-purchase">
      <h2 id="contract-purchase">{t('purchaseTitle')}</h2>
      {purchase === null ? (
        <>
          <p>{t(contract.suppliersUnknown ? 'purchaseUnknown' : 'purchaseNone')}</p>
          {may('purchase:write') && (
            <div>
              <EnterPurchase contract={contract} />
            </div>
          )}
        </>
      ) : (
        <>
          <FactList
            facts={[
              { label: t('department'), value: purchase.departmentName },
              { label: t('purchaseYear'), value: t('yearName', { year: String(purchase.fiscalYear) }) },
              { label: t('purchaseNet'), value: t('won', { amount: showKrw(purchase.netKrw) }) },
              { label: t('purchaseCount'), value: countWords(purchase, word, language) },
            ]}
          />
          {may('purchase:read') && (
            <div>
              <LinkButton variant="secondary" size="small" icon="list" to={`/purchases/${purchase.id}`}>
                {t('openPurchase')}
              </LinkButton>
            </div>
          )}
        </>
      )}
    </section>
  );
}

function countWords(
  { countStatus, recognitionDate }: NonNullable<Contract['purchase']>,
  word: ReturnType<typeof useMessages<(typeof purchaseWords)['ko']>>,
  language: ReturnType<typeof useLanguage>['language'],
): string {
  return [word(`count_${countStatus}`), showDay(recognitionDate, language)].join(' · ');
}

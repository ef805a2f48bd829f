import { requestActionRefusal, requestDeadlineRefusal } from '@ieum/domain';
import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import { DeadlineText } from '../../components/deadline-text';
import { FactList } from '../../components/fact-list';
import { LinkButton } from '../../components/link-button';
import { LoadFailed } from '../../components/load-failed';
import { Notice } from '../../components/notice';
import { PageHeader } from '../../components/page-header';
import { PageSkeleton } from '../../components/skeleton';
import { WithdrawButton } from '../../components/withdraw-button';
import { showDay, showInstant, today } from '../../lib/date-format';
import { useLanguage, useMessages } from '../../lib/language';
import { useMay } from '../../lib/session';
import { AnswerForm } from './answer-form';
import { REQUESTS_KEY, requestQuery, withdrawRequest, type SupplierRequest } from './api';
import { requestMessages } from './messages';
import { RequestAnswerPanel } from './request-answer-panel';
import { ExtendButton } from '../../components/extend-button';
import { RequestStateBadge } from './request-state-badge';
import { askerOf } from './request-values';

/** One request: the department waits for its answer or takes it back, the enterprise answers. */
export default function SupplierRequestPage() {
  const t = useMessages(requestMessages);
  const may = useMay();
  const { id = '' } = useParams();
  const { data: request, error, refetch } = useQuery(requestQuery(id));
  if (error) return <LoadFailed error={error} onRetry={() => void refetch()} />;
  if (request === undefined) return <PageSkeleton label={t('loading')} />;
  const isInbox = may('supplier-request:answer');
  const isOpen = requestActionRefusal(request.state, 'answer') === null;
  const isLate = requestDeadlineRefusal(request.answerBy, today()) !== null;
  // What an adviser asked for a match is the advisers' to take back or to extend.
  const isAsker = may(request.matchId === null ? 'supplier-request:write' : 'match:write');
  return (
    <div className="stack">
      <PageHeader
        title={request.title}
        crumbs={[{ label: t(isInbox ? 'inboxTitle' : 'title'), to: '/supplier-requests' }]}
        actions={isAsker && may('supplier-request:write') && <AskerActions request={request} />}
      />
      <RequestFacts request={request} isInbox={isInbox} />
      {isInbox && isOpen && isLate && <Notice tone="warning">{t('deadlinePassed')}</Notice>}
      {isInbox && isOpen && !isLate && <AnswerForm key={request.id} request={request} />}
      {!isInbox && isOpen && <Notice>{t('waiting')}</Notice>}
      {request.state === 'withdrawn' && isInbox && <Notice>{t('withdrawnNotice')}</Notice>}
      <RequestAnswerPanel request={request} />
    </div>
  );
}

function RequestFacts({
  request,
  isInbox,
}: {
  readonly request: SupplierRequest;
  readonly isInbox: boolean;
}) {
  const t = useMessages(requestMessages);
  const { language } = useLanguage();
  return (
    <section className="panel stack stack--tight" aria-labelledby="request-asked">
      <div className="cluster cluster--spread">
        <h2 id="request-asked">{t('asked')}</h2>
        <RequestStateBadge state={request.state} />
      </div>
      <p className="typed-text">{request.message}</p>
      <FactList
        facts={[
          { label: t('from'), value: askerOf(request) },
          ...(isInbox ? [] : [{ label: t('supplier'), value: request.supplierName }]),
          { label: t('item'), value: request.itemName },
          { label: t('quantity'), value: request.quantity?.toLocaleString('ko-KR') },
          { label: t('neededOn'), value: showDay(request.neededOn, language) },
          ...(request.answerBy === null
            ? []
            : [
                {
                  label: t('answerBy'),
                  value: <DeadlineText answerBy={request.answerBy} isOpen={request.state === 'sent'} />,
                },
              ]),
          { label: t('createdAt'), value: showInstant(request.createdAt, language) },
          ...(request.withdrawnAt === null
            ? []
            : [{ label: t('withdrawnAt'), value: showInstant(request.withdrawnAt, language) }]),
        ]}
      />
      {!isInbox && (
        <div>
          <LinkButton
            variant="secondary"
            size="small"
            icon="supplier"
            to={`/suppliers/${request.supplierId}`}
          >
            {t('supplierPage')}
          </LinkButton>
        </div>
      )}
    </section>
  );
}

function AskerActions({ request }: { readonly request: SupplierRequest }) {
  const t = useMessages(requestMessages);
  if (requestActionRefusal(request.state, 'withdraw') !== null) return null;
  return (
    <div className="cluster">
      {request.answerBy !== null && (
        <ExtendButton requestId={request.id} answerBy={request.answerBy} reloads={REQUESTS_KEY} />
      )}
      <WithdrawButton
        label={t('withdraw')}
        title={t('withdrawTitle')}
        text={t('withdrawText')}
        done={t('withdrawn')}
        size="medium"
        withdraw={() => withdrawRequest(request.id)}
        reloads={REQUESTS_KEY}
      />
    </div>
  );
}

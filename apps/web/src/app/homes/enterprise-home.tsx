import { daysBetween, isCertificateValidOn, type Day } from '@ieum/domain';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { CertificateBadge } from '../../components/certificate-badge';
import { DaysLeft } from '../../components/days-left';
import { LinkButton } from '../../components/link-button';
import { LoadFailed } from '../../components/load-failed';
import { PageHeader } from '../../components/page-header';
import { Skeleton } from '../../components/skeleton';
import { certificationsQuery, companyQuery } from '../../features/enterprise/api';
import { toRenew } from '../../features/enterprise/certificate-values';
import { ClaimPanel } from '../../features/enterprise/claim-panel';
import { HomeFairs } from '../../features/fairs/enterprise/home-fairs';
import { requestPagesQuery } from '../../features/supplier-requests/api';
import { ownSurveysQuery } from '../../features/supplier-surveys/api';
import { showDay, today } from '../../lib/date-format';
import { useLanguage, useMessages } from '../../lib/language';
import { purchaseWords } from '../../lib/purchase-messages';
import { requestWords } from '../../lib/request-messages';
import { useUser } from '../../lib/session';
import { enterpriseMessages } from './enterprise-messages';
import { pressingRequests, staleItemsQuery } from './home-queries';
import { homeMessages } from './messages';
import { TodoList, type Todo } from './todo-list';

/** How long the certificates hold, who asks, what is stale and what waits; without an enterprise, how to get one. */
export default function EnterpriseHome() {
  const t = useMessages(homeMessages);
  const own = useMessages(enterpriseMessages);
  const user = useUser();
  if (user.enterpriseId === null) {
    return (
      <div className="stack">
        <PageHeader title={t('welcome', { name: user.name })} description={own('unbound')} />
        <ClaimPanel />
      </div>
    );
  }
  return <OwnEnterprise id={user.enterpriseId} />;
}

function OwnEnterprise({ id }: { readonly id: string }) {
  const t = useMessages(homeMessages);
  const own = useMessages(enterpriseMessages);
  const user = useUser();
  const company = useQuery(companyQuery);
  const todo = useEnterpriseTodo(id);
  return (
    <div className="stack">
      <PageHeader
        title={t('welcome', { name: user.name })}
        description={company.data?.data.supplier.name}
        actions={
          <LinkButton variant="secondary" to={`/suppliers/${id}`}>
            {own('publicPage')}
          </LinkButton>
        }
      />
      <div className="home">
        <Certificates id={id} />
        <TodoList {...todo} />
      </div>
      <HomeFairs />
    </div>
  );
}

function Certificates({ id }: { readonly id: string }) {
  const own = useMessages(enterpriseMessages);
  const words = useMessages(purchaseWords);
  const { language } = useLanguage();
  const { data, error, isPending, refetch } = useQuery(certificationsQuery(id));
  const day = today();
  const held = (data?.items ?? [])
    .filter((entry) => entry.entryState === 'verified' && isCertificateValidOn(entry, day))
    .sort((one, other) => (one.validUntil ?? '9999').localeCompare(other.validUntil ?? '9999'));
  const renewable = new Set(toRenew(data?.items ?? []).map((entry) => entry.id));
  return (
    <section className="panel stack stack--tight" aria-labelledby="own-certificates">
      <h2 id="own-certificates">{own('certificates')}</h2>
      {error && <LoadFailed error={error} onRetry={() => void refetch()} />}
      {isPending && <Skeleton height="9rem" />}
      {data !== undefined && held.length === 0 && <p className="field__hint">{own('certificatesNone')}</p>}
      <ul className="stack stack--tight">
        {held.map((entry) => (
          <li key={entry.id} className="cluster cluster--spread">
            <span className="cluster">
              <CertificateBadge certification={entry} withType />
              <DaysLeft validUntil={entry.validUntil} asOf={day} />
            </span>
            {renewable.has(entry.id) ? (
              <LinkButton
                size="small"
                to={`/enterprise/certificates/new?renews=${entry.id}`}
                aria-label={own('renewOf', { name: words(`certificate_${entry.type}`) })}
              >
                {own('renew')}
              </LinkButton>
            ) : (
              <span className="field__hint">
                {entry.validUntil !== null && own('until', { day: showDay(entry.validUntil, language) })}
              </span>
            )}
          </li>
        ))}
      </ul>
      <div>
        <LinkButton to="/enterprise/certificates" variant="secondary" size="small" icon="certificate">
          {own('allCertificates')}
        </LinkButton>
      </div>
    </section>
  );
}

const SHOWN_REQUESTS = 3;

/** How long there is to answer, as the inbox says it. */
function useDeadlineWords(): (answerBy: Day | null) => string {
  const word = useMessages(requestWords);
  return (answerBy) => {
    if (answerBy === null) return word('noDeadline');
    const days = daysBetween(today(), answerBy);
    return days === 0 ? word('lastDay') : word('daysLeft', { days });
  };
}

/** Computed from what the API says now; nothing is remembered, so nothing can be forgotten. */
function useEnterpriseTodo(id: string): { readonly items: readonly Todo[]; readonly loading: boolean } {
  const own = useMessages(enterpriseMessages);
  const certificates = useQuery(certificationsQuery(id));
  const deadlines = useDeadlineWords();
  const requests = useInfiniteQuery(requestPagesQuery({ state: ['sent'] }));
  const surveys = useQuery(ownSurveysQuery);
  const company = useQuery(companyQuery);
  const stale = useQuery(staleItemsQuery(id));
  const items: Todo[] = [];
  const push = (key: string, count: number, todo: Omit<Todo, 'key'>) => {
    if (count > 0) items.push({ key, ...todo });
  };
  const open = requests.data?.pages[0]?.counts.sent ?? 0;
  const pressing = pressingRequests(requests.data?.pages[0]?.items ?? [], today()).slice(0, SHOWN_REQUESTS);
  for (const { id: requestId, title, answerBy } of pressing) {
    const text = own('todoRequest', { title, left: deadlines(answerBy) });
    items.push({ key: requestId, icon: 'clock', text, to: `/supplier-requests/${requestId}` });
  }
  const further = open - pressing.length;
  push('requests', further, {
    icon: 'mail',
    text: own(pressing.length === 0 ? 'todoRequests' : 'todoFurther', { count: further }),
    to: '/supplier-requests?state=sent',
  });
  const unanswered = (surveys.data?.items ?? []).filter(({ state }) => state === 'sent').length;
  push('surveys', unanswered, {
    icon: 'survey',
    text: own('todoSurveys', { count: unanswered }),
    to: '/enterprise/surveys',
  });
  const ending = toRenew(certificates.data?.items ?? []).length;
  push('ending', ending, {
    icon: 'certificate',
    text: own('todoEnding', { count: ending }),
    to: '/enterprise/certificates',
  });
  const old = stale.data ?? 0;
  push('stale', old, { icon: 'list', text: own('todoStale', { count: old }), to: '/enterprise/catalogue' });
  const waiting = (company.data?.data.verifications ?? []).filter(({ state }) => state === 'pending').length;
  push('waiting', waiting, {
    icon: 'clock',
    text: own('todoWaiting', { count: waiting }),
    to: '/enterprise',
  });
  return {
    items,
    loading: [certificates, requests, surveys, company, stale].some((query) => query.isPending),
  };
}

import { ownWorkRefusal, visitActionRefusal, visitChangeRefusal, type VisitAction } from '@ieum/domain';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from 'react-router';
import { ChainLink } from '../../components/chain-link';
import { FactList } from '../../components/fact-list';
import { LinkButton } from '../../components/link-button';
import { LoadFailed } from '../../components/load-failed';
import { Notice } from '../../components/notice';
import { PageHeader } from '../../components/page-header';
import { PageSkeleton } from '../../components/skeleton';
import { showDay } from '../../lib/date-format';
import { useLanguage, useMessages } from '../../lib/language';
import { useMay, useUser } from '../../lib/session';
import { visitQuery, type Visit } from './api';
import { visitMessages } from './messages';
import { NeedList } from './need-list';
import { VisitActions } from './visit-actions';
import { VisitStateBadge } from './visit-state-badge';
import './visit-page.css';

/** One visit: what was done, what is next, and the steps that are possible now. */
export default function VisitPage() {
  const t = useMessages(visitMessages);
  const may = useMay();
  const user = useUser();
  const { id = '' } = useParams();
  const { data: visit, error, refetch } = useQuery(visitQuery(id));
  if (error !== null) return <LoadFailed error={error} onRetry={() => void refetch()} />;
  if (visit === undefined) return <PageSkeleton label={t('loading')} />;
  const isOwn = ownWorkRefusal({ userId: user.id, role: user.role }, visit.adviserId) === null;
  const mayWrite = may('support-work:write');
  const can = (action: VisitAction) =>
    visitActionRefusal(visit.state, action, { reason: '-', needCount: visit.needCount }) === null;
  return (
    <div className="stack">
      <PageHeader
        title={[visit.visiteeName, visit.departmentName].filter(Boolean).join(' ')}
        crumbs={[{ label: t('title'), to: '/visits' }]}
        actions={
          <>
            <ChainLink of="visit" id={visit.id} />
            {mayWrite && visit.institutionId !== null && (
              <LinkButton
                variant="secondary"
                icon="plus"
                to={`/visits/new?institutionId=${visit.institutionId}&purpose=follow_up`}
              >
                {t('planFollowUp')}
              </LinkButton>
            )}
          </>
        }
      />
      {mayWrite && !isOwn && <Notice>{t('someoneElse')}</Notice>}
      <VisitFacts visit={visit} />
      {mayWrite && isOwn && (
        <VisitActions visit={visit} can={can} mayChange={visitChangeRefusal(visit.state) === null} />
      )}
      {visit.institutionId !== null && (
        <div className="panel">
          <NeedList
            filter={{ visitId: visit.id }}
            name="needs-of-visit"
            caption={t('foundNeeds')}
            emptyTitle={t('noNeeds')}
          />
        </div>
      )}
    </div>
  );
}

function VisitFacts({ visit }: { readonly visit: Visit }) {
  const t = useMessages(visitMessages);
  const { language } = useLanguage();
  const isPlanned = visit.state === 'planned' || visit.state === 'cancelled';
  return (
    <section className="panel stack stack--tight" aria-labelledby="visit-facts">
      <div className="cluster cluster--spread">
        <h2 id="visit-facts">
          {t(isPlanned ? 'plannedFor' : 'visitedOn')} {showDay(visit.visitedOn, language)}
        </h2>
        <VisitStateBadge state={visit.state} />
      </div>
      {visit.result !== null && <p className="visit-text">{visit.result}</p>}
      <FactList
        facts={[
          { label: t('visiteeKind'), value: t(`kind_${visit.visiteeKind}`) },
          { label: t('purpose'), value: t(`purpose_${visit.purpose}`) },
          { label: t('area'), value: visit.areaName },
          { label: t('adviser'), value: visit.adviserName },
          { label: t('metRole'), value: visit.metRole },
          { label: t('nextStep'), value: visit.nextStep },
          { label: t('nextStepOn'), value: showDay(visit.nextStepOn, language) },
          ...(visit.cancelReason === null ? [] : [{ label: t('cancelReason'), value: visit.cancelReason }]),
          ...(visit.note === null
            ? []
            : [{ label: t('note'), value: <span className="visit-text">{visit.note}</span> }]),
          ...(visit.supplierId === null
            ? []
            : [
                {
                  label: t('supplier'),
                  value: <Link to={`/suppliers/${visit.supplierId}`}>{visit.visiteeName}</Link>,
                },
              ]),
        ]}
      />
    </section>
  );
}

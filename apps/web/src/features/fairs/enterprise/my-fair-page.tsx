import { applicationRefusal, exhibitorChangeRefusal, feedbackRefusal, isAtFair } from '@ieum/domain';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useParams } from 'react-router';
import { Button } from '../../../components/button';
import { FactList } from '../../../components/fact-list';
import { LinkButton } from '../../../components/link-button';
import { LoadFailed } from '../../../components/load-failed';
import { Notice } from '../../../components/notice';
import { PageHeader } from '../../../components/page-header';
import { PageSkeleton } from '../../../components/skeleton';
import { today } from '../../../lib/date-format';
import { useLanguage, useMessages } from '../../../lib/language';
import { fairExhibitorQuery, fairQuery, type FairDetail, type FairExhibitorDetail } from '../api';
import { FairStateBadge } from '../fair-state-badge';
import { fairDays, slotText } from '../fair-texts';
import { WithdrawExhibitorDialog } from '../parties/withdraw-dialogs';
import { partyMessages } from '../party-messages';
import { FeedbackPanel } from '../report/feedback-panel';
import { ApplyForm } from './apply-form';
import { CodeCard } from './code-card';
import { ExhibitorBadge } from './exhibitor-badge';
import { myFairMessages } from './my-fair-messages';
import { NoEnterprise } from './no-enterprise';
import { useOwnFair } from './own-fair-data';
import { OwnMeetings } from './own-meetings';
import { OwnWaiting } from './own-waiting';
import { OwnWishes } from './own-wishes';
import './my-fair.css';

/** One fair for an enterprise: its application, wishes, meetings, code, and what it says afterwards. */
export default function MyFairPage() {
  const t = useMessages(myFairMessages);
  const { language } = useLanguage();
  const { id = '' } = useParams();
  const { data: fair, error, isPending, refetch } = useQuery(fairQuery(id));
  if (isPending) return <PageSkeleton label={t('loading')} />;
  if (fair === undefined) return <LoadFailed error={error} onRetry={() => void refetch()} />;
  return (
    <div className="stack">
      <PageHeader
        title={fair.name}
        description={[fair.hostName, fairDays(fair, language), fair.venue].filter(Boolean).join(' · ')}
        crumbs={[{ label: t('title'), to: '/my-fairs' }]}
        actions={
          <div className="cluster">
            <FairStateBadge state={fair.state} />
            <LinkButton variant="secondary" size="small" to={`/open-fairs/${fair.id}`}>
              {t('about')}
            </LinkButton>
          </div>
        }
      />
      <NoEnterprise>
        <OwnPart fair={fair} />
      </NoEnterprise>
    </div>
  );
}

function OwnPart({ fair }: { readonly fair: FairDetail }) {
  const { ownExhibitorId } = fair;
  const t = useMessages(myFairMessages);
  const { data, error, isPending, refetch } = useQuery({
    ...fairExhibitorQuery(fair.id, ownExhibitorId ?? ''),
    enabled: ownExhibitorId !== null,
  });
  if (ownExhibitorId === null) return <NewApplication fair={fair} />;
  if (isPending) return <PageSkeleton label={t('loading')} />;
  if (data === undefined) return <LoadFailed error={error} onRetry={() => void refetch()} />;
  return (
    <>
      <Application fair={fair} detail={data} />
      {data.state === 'withdrawn' && <NewApplication fair={fair} />}
      {isAtFair(data.state) && <AtFair fair={fair} detail={data} />}
    </>
  );
}

function NewApplication({ fair }: { readonly fair: FairDetail }) {
  const t = useMessages(myFairMessages);
  const isOpen = applicationRefusal(fair, 'exhibitor', today()) === null;
  if (!isOpen) return <Notice>{t('applyNotNow')}</Notice>;
  return (
    <section className="panel stack" aria-labelledby="fair-apply">
      <h2 id="fair-apply">{t('applyTitle')}</h2>
      <p>{t('applyText')}</p>
      <ApplyForm fair={fair} detail={null} />
    </section>
  );
}

interface OwnProps {
  readonly fair: FairDetail;
  readonly detail: FairExhibitorDetail;
}

function Application({ fair, detail }: OwnProps) {
  const t = useMessages(myFairMessages);
  const party = useMessages(partyMessages);
  const { language } = useLanguage();
  const [shown, setShown] = useState<'facts' | 'edit' | 'withdraw'>('facts');
  const mayChange = exhibitorChangeRefusal(fair.state, detail.state) === null;
  const [person] = detail.representatives;
  const facts = () => setShown('facts');
  return (
    <section className="panel stack stack--tight" aria-labelledby="own-application">
      <div className="cluster cluster--spread">
        <h2 id="own-application">{t('application')}</h2>
        <ExhibitorBadge state={detail.state} />
      </div>
      {detail.decisionReason !== null && (
        <Notice title={t(detail.state === 'withdrawn' ? 'withdrawnReason' : 'decisionReason')}>
          <p className="typed-text">{detail.decisionReason}</p>
        </Notice>
      )}
      {shown === 'edit' ? (
        <ApplyForm fair={fair} detail={detail} onSaved={facts} onBack={facts} />
      ) : (
        <FactList
          facts={[
            { label: party('representativeName'), value: person?.name ?? null },
            { label: party('representativeEmail'), value: person?.email ?? null },
            { label: party('representativePhone'), value: person?.phone ?? null },
            { label: party('offers'), value: detail.offers },
            { label: party('booth'), value: detail.booth },
            {
              label: party('absent'),
              value:
                detail.absentSlotIds.length === 0
                  ? t('noAbsence')
                  : fair.slots
                      .filter(({ id }) => detail.absentSlotIds.includes(id))
                      .map((slot) => slotText(slot, language))
                      .join(', '),
            },
          ]}
        />
      )}
      {mayChange && shown !== 'edit' && (
        <div className="cluster no-print">
          <Button variant="secondary" size="small" icon="edit" onClick={() => setShown('edit')}>
            {t('editApplication')}
          </Button>
          <Button variant="text" size="small" onClick={() => setShown('withdraw')}>
            {t('withdraw')}
          </Button>
        </div>
      )}
      {shown === 'withdraw' && <WithdrawExhibitorDialog exhibitor={detail} onClose={facts} />}
    </section>
  );
}

function AtFair({ fair, detail }: OwnProps) {
  const { timetable, waiting } = useOwnFair(fair);
  const mayTell = feedbackRefusal(fair, true, today()) === null;
  return (
    <>
      {detail.state === 'confirmed' && timetable.data !== undefined && (
        <>
          <OwnWaiting fair={fair} entries={waiting.data?.items ?? []} now={timetable.data.now} />
          <OwnMeetings fair={fair} exhibitorId={detail.id} timetable={timetable.data} />
        </>
      )}
      {timetable.error !== null && (
        <LoadFailed error={timetable.error} onRetry={() => void timetable.refetch()} />
      )}
      <CodeCard fair={fair} detail={detail} />
      <OwnWishes fair={fair} exhibitor={detail} />
      {mayTell && detail.state === 'confirmed' && <FeedbackPanel fair={fair} />}
    </>
  );
}

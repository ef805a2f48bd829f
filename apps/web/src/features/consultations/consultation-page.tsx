import { consultationChangeRefusal, ownWorkRefusal } from '@ieum/domain';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { Button } from '../../components/button';
import { ChainLink } from '../../components/chain-link';
import { ChangeDialog } from '../../components/change-dialog';
import { FactList } from '../../components/fact-list';
import { LinkButton } from '../../components/link-button';
import { LoadFailed } from '../../components/load-failed';
import { Notice } from '../../components/notice';
import { PageHeader } from '../../components/page-header';
import { PageSkeleton, Skeleton } from '../../components/skeleton';
import { StateBadge } from '../../components/state-badge';
import { TextArea } from '../../components/text-area';
import { showDay } from '../../lib/date-format';
import { useLanguage, useMessages } from '../../lib/language';
import { useMay, useUser } from '../../lib/session';
import {
  CONSULTATIONS_KEY,
  consultationQuery,
  needsOfQuery,
  voidConsultation,
  type Consultation,
} from './api';
import { organisationOf } from './consultation-columns';
import { consultationMessages } from './messages';

/** One call: what was asked and answered, and what came of it. */
export default function ConsultationPage() {
  const t = useMessages(consultationMessages);
  const { language } = useLanguage();
  const { id = '' } = useParams();
  const { data: row, error, refetch } = useQuery(consultationQuery(id));
  if (error) return <LoadFailed error={error} onRetry={() => void refetch()} />;
  if (row === undefined) return <PageSkeleton label={t('loading')} />;
  return (
    <div className="stack">
      <PageHeader
        title={row.topic}
        crumbs={[{ label: t('title'), to: '/consultations' }]}
        actions={
          <>
            <ChainLink of="consultation" id={row.id} />
            <Actions row={row} />
          </>
        }
      />
      {row.voidedReason !== null && (
        <Notice tone="warning">{t('voidedNotice', { reason: row.voidedReason })}</Notice>
      )}
      <section className="panel stack stack--tight" aria-labelledby="consultation-facts">
        <h2 id="consultation-facts">{t('facts')}</h2>
        <FactList
          facts={[
            { label: t('consultedOn'), value: showDay(row.consultedOn, language) },
            { label: t('channel'), value: t(`channel_${row.channel}`) },
            { label: t('callerKind'), value: t(`caller_${row.callerKind}`) },
            { label: t('organisation'), value: organisationOf(row) },
            { label: t('area'), value: row.areaName },
            { label: t('adviser'), value: row.adviserName },
          ]}
        />
        <h3>{t('answer')}</h3>
        <p className="typed-text">{row.answer ?? '–'}</p>
      </section>
      {row.needCount > 0 && <Needs id={row.id} />}
    </div>
  );
}

/** Each leads on to the match that meets it. */
function Needs({ id }: { readonly id: string }) {
  const t = useMessages(consultationMessages);
  const { data, error, refetch } = useQuery(needsOfQuery(id));
  return (
    <section className="panel stack stack--tight" aria-labelledby="consultation-needs">
      <h2 id="consultation-needs">{t('needs')}</h2>
      {error && <LoadFailed error={error} onRetry={() => void refetch()} />}
      {data === undefined && !error && <Skeleton height="4rem" />}
      <ul className="stack stack--tight">
        {(data?.items ?? []).map((need) => (
          <li key={need.id} className="cluster cluster--spread">
            <span>{need.title}</span>
            <span className="cluster">
              <StateBadge
                tone={
                  need.state === 'matched' ? 'success' : need.state === 'open' ? 'information' : 'neutral'
                }
                label={t(`need_${need.state}`)}
              />
              {need.matchId !== null && (
                <Link to={`/matches/${need.matchId}`} aria-label={`${need.title} ${t('toMatch')}`}>
                  {t('toMatch')}
                </Link>
              )}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Actions({ row }: { readonly row: Consultation }) {
  const t = useMessages(consultationMessages);
  const may = useMay();
  const me = useUser();
  const [taking, setTaking] = useState(false);
  const isOwn = ownWorkRefusal({ userId: me.id, role: me.role }, row.adviserId) === null;
  const stands = consultationChangeRefusal(row.voidedReason !== null) === null;
  if (!may('support-work:write') || !isOwn || !stands) return null;
  return (
    <>
      <LinkButton variant="secondary" icon="edit" to={`/consultations/${row.id}/edit`}>
        {t('edit')}
      </LinkButton>
      <Button variant="secondary" onClick={() => setTaking(true)}>
        {t('takeBack')}
      </Button>
      {taking && <TakeBackDialog row={row} onClose={() => setTaking(false)} />}
    </>
  );
}

interface TakeBackDialogProps {
  readonly row: Consultation;
  readonly onClose: () => void;
}

function TakeBackDialog({ row, onClose }: TakeBackDialogProps) {
  const t = useMessages(consultationMessages);
  const [reason, setReason] = useState('');
  return (
    <ChangeDialog
      title={t('takeBackTitle')}
      confirmLabel={t('takeBack')}
      danger
      onClose={onClose}
      fault={() => (reason.trim() === '' ? t('reasonMissing') : null)}
      change={async () => {
        await voidConsultation(row, reason.trim().normalize('NFC'));
        return t('takeBackDone');
      }}
      reloads={CONSULTATIONS_KEY}
    >
      <p>{t('takeBackText')}</p>
      <TextArea
        label={t('reason')}
        required
        maxLength={500}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
      />
    </ChangeDialog>
  );
}

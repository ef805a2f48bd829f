import {
  educationSessionActionRefusal,
  ownWorkRefusal,
  type Day,
  type EducationSessionAction,
} from '@ieum/domain';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useParams } from 'react-router';
import { Button } from '../../components/button';
import { ChangeDialog } from '../../components/change-dialog';
import { DayField } from '../../components/day-field';
import { FactList } from '../../components/fact-list';
import { LinkButton } from '../../components/link-button';
import { LoadFailed } from '../../components/load-failed';
import { PageHeader } from '../../components/page-header';
import { PageSkeleton } from '../../components/skeleton';
import { TextArea } from '../../components/text-area';
import { TextField } from '../../components/text-field';
import { showDay, today } from '../../lib/date-format';
import { useLanguage, useMessages } from '../../lib/language';
import { useMay, useUser } from '../../lib/session';
import { cancelSession, holdSession, sessionQuery, SESSIONS_KEY, type EducationSession } from './api';
import { sessionMessages } from './messages';
import { SessionStateBadge } from './session-state-badge';
import { attendeesOf } from './session-values';

/** One session: its facts, and what its adviser may do with it. */
export default function EducationSessionPage() {
  const t = useMessages(sessionMessages);
  const { language } = useLanguage();
  const { id = '' } = useParams();
  const { data: session, error, refetch } = useQuery(sessionQuery(id));
  if (error) return <LoadFailed error={error} onRetry={() => void refetch()} />;
  if (session === undefined) return <PageSkeleton label={t('loading')} />;
  return (
    <div className="stack">
      <PageHeader
        title={session.audience}
        crumbs={[{ label: t('title'), to: '/education-sessions' }]}
        actions={<SessionActions session={session} />}
      />
      <section className="panel stack stack--tight" aria-labelledby="session-facts">
        <div className="cluster cluster--spread">
          <h2 id="session-facts">{t('facts')}</h2>
          <SessionStateBadge state={session.state} />
        </div>
        <FactList
          facts={[
            { label: t('heldOn'), value: showDay(session.heldOn, language) },
            { label: t('content'), value: session.content },
            { label: t('attendees'), value: session.attendees?.toLocaleString('ko-KR') },
            { label: t('institution'), value: session.institutionName },
            { label: t('area'), value: session.areaName },
            { label: t('adviser'), value: session.adviserName },
            ...(session.cancelReason === null
              ? []
              : [{ label: t('cancelReason'), value: session.cancelReason }]),
          ]}
        />
      </section>
    </div>
  );
}

function SessionActions({ session }: { readonly session: EducationSession }) {
  const t = useMessages(sessionMessages);
  const may = useMay();
  const me = useUser();
  const [open, setOpen] = useState<'hold' | 'cancel' | null>(null);
  const close = () => setOpen(null);
  const isOwn = ownWorkRefusal({ userId: me.id, role: me.role }, session.adviserId) === null;
  if (!may('support-work:write') || !isOwn) return null;
  const can = (action: EducationSessionAction) =>
    educationSessionActionRefusal(session.state, action, t('reason')) === null;
  return (
    <>
      {can('hold') && <Button onClick={() => setOpen('hold')}>{t('hold')}</Button>}
      {can('change') && (
        <LinkButton variant="secondary" icon="edit" to={`/education-sessions/${session.id}/edit`}>
          {t('edit')}
        </LinkButton>
      )}
      {can('cancel') && (
        <Button variant="secondary" onClick={() => setOpen('cancel')}>
          {t('takeBack')}
        </Button>
      )}
      {open === 'hold' && <HoldDialog session={session} onClose={close} />}
      {open === 'cancel' && <CancelDialog session={session} onClose={close} />}
    </>
  );
}

interface DialogProps {
  readonly session: EducationSession;
  readonly onClose: () => void;
}

function HoldDialog({ session, onClose }: DialogProps) {
  const t = useMessages(sessionMessages);
  const [text, setText] = useState('');
  const [heldOn, setHeldOn] = useState<Day | null>(session.heldOn);
  const attendees = attendeesOf(text);
  const fault = () => {
    if (attendees === undefined) return t('attendeesWrong');
    if (attendees === null) return t('attendeesMissing');
    return heldOn === null || heldOn > today() ? t('future') : null;
  };
  return (
    <ChangeDialog
      title={t('holdTitle')}
      confirmLabel={t('hold')}
      onClose={onClose}
      fault={fault}
      change={async () => {
        await holdSession(session, { attendees: attendees ?? 0, heldOn: heldOn ?? session.heldOn });
        return t('holdDone');
      }}
      reloads={SESSIONS_KEY}
    >
      <DayField label={t('heldOn')} required max={today()} value={heldOn} onChange={setHeldOn} />
      <TextField
        label={t('attendees')}
        required
        inputMode="numeric"
        autoComplete="off"
        maxLength={8}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
    </ChangeDialog>
  );
}

function CancelDialog({ session, onClose }: DialogProps) {
  const t = useMessages(sessionMessages);
  const [reason, setReason] = useState('');
  return (
    <ChangeDialog
      title={t('takeBackTitle')}
      confirmLabel={t('takeBack')}
      danger
      onClose={onClose}
      fault={() => (reason.trim() === '' ? t('reasonMissing') : null)}
      change={async () => {
        await cancelSession(session, reason.trim().normalize('NFC'));
        return t('takeBackDone');
      }}
      reloads={SESSIONS_KEY}
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

import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useParams } from 'react-router';
import { LoadFailed } from '../../components/load-failed';
import { PageHeader } from '../../components/page-header';
import { PageSkeleton } from '../../components/skeleton';
import { useToast } from '../../components/toast';
import { useMessages } from '../../lib/language';
import { useConflict } from '../../lib/use-conflict';
import { useIdempotencyKey } from '../../lib/use-idempotency-key';
import { changeSession, createSession, sessionQuery, SESSIONS_KEY, type EducationSession } from './api';
import { sessionMessages } from './messages';
import { SessionForm } from './session-form';
import { newSessionOf, sessionChangeOf, type SessionValues } from './session-values';

/** Enters a session, or corrects one (/:id/edit). */
export default function EducationSessionFormPage() {
  const t = useMessages(sessionMessages);
  const { id } = useParams();
  return (
    <div className="stack">
      <PageHeader
        title={t(id === undefined ? 'newTitle' : 'editTitle')}
        crumbs={[{ label: t('title'), to: '/education-sessions' }]}
      />
      {id === undefined ? <NewSession /> : <ExistingSession key={id} id={id} />}
    </div>
  );
}

/** Says that it is saved and shows it. */
function useSaved() {
  const t = useMessages(sessionMessages);
  const say = useToast();
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  return async ({ id }: EducationSession) => {
    await queryClient.invalidateQueries({ queryKey: SESSIONS_KEY });
    say(t('saved'));
    await navigate(`/education-sessions/${id}`, { replace: true });
  };
}

function NewSession() {
  const idempotency = useIdempotencyKey();
  const saved = useSaved();
  const save = async (values: SessionValues) => {
    const body = newSessionOf(values);
    await saved(await createSession(body, idempotency.headersFor(body)));
    return true;
  };
  return <SessionForm session={null} save={save} back="/education-sessions" />;
}

function ExistingSession({ id }: { readonly id: string }) {
  const t = useMessages(sessionMessages);
  const { data, error, refetch } = useQuery({ ...sessionQuery(id), refetchOnWindowFocus: false });
  if (error) return <LoadFailed error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <PageSkeleton label={t('loading')} />;
  return <SessionEditor session={data} />;
}

function SessionEditor({ session }: { readonly session: EducationSession }) {
  const queryClient = useQueryClient();
  const saved = useSaved();
  const conflict = useConflict(session, () =>
    queryClient.fetchQuery({ ...sessionQuery(session.id), staleTime: 0 }),
  );
  const save = (values: SessionValues) =>
    conflict.guard(async (version) =>
      saved(await changeSession(session.id, version, sessionChangeOf(values, session))),
    );
  return (
    <SessionForm
      session={session}
      save={save}
      conflict={conflict}
      back={`/education-sessions/${session.id}`}
    />
  );
}

import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useParams } from 'react-router';
import { LoadFailed } from '../../components/load-failed';
import { PageHeader } from '../../components/page-header';
import { PageSkeleton } from '../../components/skeleton';
import { useToast } from '../../components/toast';
import { useMessages } from '../../lib/language';
import { useConflict } from '../../lib/use-conflict';
import { useIdempotencyKey } from '../../lib/use-idempotency-key';
import {
  changeConsultation,
  createConsultation,
  consultationQuery,
  CONSULTATIONS_KEY,
  type Consultation,
} from './api';
import { consultationMessages } from './messages';
import { ConsultationForm } from './consultation-form';
import { newConsultationOf, consultationChangeOf, type ConsultationValues } from './consultation-values';

/** Writes down a call, or corrects one (/:id/edit). */
export default function ConsultationFormPage() {
  const t = useMessages(consultationMessages);
  const { id } = useParams();
  return (
    <div className="stack">
      <PageHeader
        title={t(id === undefined ? 'newTitle' : 'editTitle')}
        crumbs={[{ label: t('title'), to: '/consultations' }]}
      />
      {id === undefined ? <NewConsultation /> : <ExistingConsultation key={id} id={id} />}
    </div>
  );
}

/** Says that it is saved and shows it. */
function useSaved() {
  const t = useMessages(consultationMessages);
  const say = useToast();
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  return async ({ id }: Consultation) => {
    await queryClient.invalidateQueries({ queryKey: CONSULTATIONS_KEY });
    say(t('saved'));
    await navigate(`/consultations/${id}`, { replace: true });
  };
}

function NewConsultation() {
  const idempotency = useIdempotencyKey();
  const saved = useSaved();
  const save = async (values: ConsultationValues) => {
    const body = newConsultationOf(values);
    await saved(await createConsultation(body, idempotency.headersFor(body)));
    return true;
  };
  return <ConsultationForm consultation={null} save={save} back="/consultations" />;
}

function ExistingConsultation({ id }: { readonly id: string }) {
  const t = useMessages(consultationMessages);
  const { data, error, refetch } = useQuery({ ...consultationQuery(id), refetchOnWindowFocus: false });
  if (error) return <LoadFailed error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <PageSkeleton label={t('loading')} />;
  return <ConsultationEditor consultation={data} />;
}

function ConsultationEditor({ consultation }: { readonly consultation: Consultation }) {
  const queryClient = useQueryClient();
  const saved = useSaved();
  const conflict = useConflict(consultation, () =>
    queryClient.fetchQuery({ ...consultationQuery(consultation.id), staleTime: 0 }),
  );
  const save = (values: ConsultationValues) =>
    conflict.guard(async (version) =>
      saved(await changeConsultation(consultation.id, version, consultationChangeOf(values))),
    );
  return (
    <ConsultationForm
      consultation={consultation}
      save={save}
      conflict={conflict}
      back={`/consultations/${consultation.id}`}
    />
  );
}

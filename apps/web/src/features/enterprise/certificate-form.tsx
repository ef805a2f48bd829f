import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useForm } from 'react-hook-form';
import { useNavigate } from 'react-router';
import { Button } from '../../components/button';
import { DraftNotice } from '../../components/draft-notice';
import { Form, FormActions } from '../../components/form';
import { LinkButton } from '../../components/link-button';
import { useToast } from '../../components/toast';
import { useMessages } from '../../lib/language';
import { ProblemError } from '../../lib/problem-error';
import { useDraft } from '../../lib/use-draft';
import { useIdempotencyKey } from '../../lib/use-idempotency-key';
import { etagOf } from '../../lib/unwrap';
import {
  addCertification,
  certificationsQuery,
  changeCertification,
  ENTERPRISE_KEY,
  type CertificationEntry,
} from './api';
import { CertificateConflict, type Theirs } from './certificate-conflict';
import { CertificateFields, useCertificateLabels } from './certificate-fields';
import { certificateMessages } from './certificate-messages';
import {
  changeOfCertificate,
  EMPTY_CERTIFICATE,
  isCertificateValues,
  newCertificateOf,
  renewalOf,
  valuesOfEntry,
  type CertificateValues,
} from './certificate-values';

interface CertificateFormProps {
  readonly supplierId: string;
  /** of the enterprise: its certificates are part of it */
  readonly version: number;
  readonly changed: CertificationEntry | null;
  readonly renewed: CertificationEntry | null;
}

export function CertificateForm({ supplierId, version, changed, renewed }: CertificateFormProps) {
  const t = useMessages(certificateMessages);
  const say = useToast();
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const idempotency = useIdempotencyKey();
  const labels = useCertificateLabels();
  const began =
    changed !== null ? valuesOfEntry(changed) : renewed !== null ? renewalOf(renewed) : EMPTY_CERTIFICATE;
  const draftName = `enterprise:certificate:${changed?.id ?? `new:${renewed?.id ?? ''}`}`;
  const draft = useDraft<CertificateValues>(draftName, isCertificateValues);
  const form = useForm<CertificateValues>({ defaultValues: draft.kept ?? began, shouldFocusError: false });
  const [readVersion, setReadVersion] = useState(version);
  const [theirs, setTheirs] = useState<Theirs | null>(null);
  const { keep } = draft;
  useEffect(() => {
    const subscription = form.watch((typed) => isCertificateValues(typed) && keep(typed));
    return () => subscription.unsubscribe();
  }, [form, keep]);

  const send = async (values: CertificateValues, against: number) => {
    try {
      if (changed === null) {
        const body = newCertificateOf(values);
        await addCertification(supplierId, body, idempotency.headersFor(body));
      } else {
        await changeCertification(supplierId, changed.id, etagOf(against), changeOfCertificate(values));
      }
    } catch (error) {
      if (changed === null || !(error instanceof ProblemError) || error.status !== 412) throw error;
      const now = await queryClient.fetchQuery({ ...certificationsQuery(supplierId), staleTime: 0 });
      const entry = now.items.find(({ id }) => id === changed.id);
      if (entry === undefined) throw error;
      setTheirs({ values: valuesOfEntry(entry), version: now.version });
      return;
    }
    idempotency.renew();
    draft.clear();
    say(t(changed?.entryState === 'waiting' ? 'saved' : 'sent'));
    await queryClient.invalidateQueries({ queryKey: ENTERPRISE_KEY });
    await navigate('/enterprise/certificates');
  };
  const keepsEvidence = changed?.entryState === 'waiting' && changed.hasEvidence;
  return (
    <div className="panel">
      <Form form={form} onSubmit={(values) => send(values, readVersion)} labels={labels}>
        {draft.kept !== null && (
          <DraftNotice
            onDiscard={() => {
              form.reset(began);
              draft.clear();
            }}
          />
        )}
        <CertificateFields
          form={form}
          typeFixed={changed !== null}
          keptEvidence={keepsEvidence ? (changed.evidenceName ?? '') : null}
        />
        <FormActions>
          <Button type="submit" busy={form.formState.isSubmitting}>
            {t(changed?.entryState === 'waiting' ? 'save' : 'send')}
          </Button>
          <LinkButton variant="secondary" to="/enterprise/certificates">
            {t('cancel')}
          </LinkButton>
        </FormActions>
      </Form>
      <CertificateConflict
        mine={form.getValues()}
        theirs={theirs}
        onClose={() => setTheirs(null)}
        onTake={(taken) => {
          setReadVersion(taken.version);
          form.reset(taken.values);
          setTheirs(null);
        }}
        onKeep={(taken) => {
          setReadVersion(taken.version);
          setTheirs(null);
          void form.handleSubmit((values) => send(values, taken.version))();
        }}
      />
    </div>
  );
}

import { formatBusinessNumber } from '@ieum/domain';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Navigate, useNavigate, useParams } from 'react-router';
import { Button } from '../../components/button';
import { ComboBoxField, type ComboOption } from '../../components/combo-box-field';
import { ConfirmDialog } from '../../components/dialog';
import { FactList } from '../../components/fact-list';
import { LoadFailed } from '../../components/load-failed';
import { Notice } from '../../components/notice';
import { PageHeader } from '../../components/page-header';
import { PageSkeleton } from '../../components/skeleton';
import { TextArea } from '../../components/text-area';
import { useMessages } from '../../lib/language';
import { listedWords } from '../../lib/listed-words';
import { useProblemSentence } from '../../lib/problem-sentences';
import { chooseSuppliers } from '../../lib/supplier-choice';
import { useIdempotencyKey } from '../../lib/use-idempotency-key';
import { MERGES_KEY, mergeSupplier, supplierQuery, type Supplier } from './api';
import { MergeHistory } from './merge-history';
import { reviewMessages } from './messages';
import './supplier-reviews.css';

export default function SupplierMergePage() {
  const t = useMessages(reviewMessages);
  const { id = '' } = useParams();
  const { data, error, refetch } = useQuery(supplierQuery(id));
  if (error && data === undefined) return <LoadFailed error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <PageSkeleton label={t('loading')} />;
  // A merged entry is worked on where it went.
  if (data.id !== id) return <Navigate to={`/suppliers/${data.id}/merge`} replace />;
  return (
    <div className="stack">
      <PageHeader
        title={t('mergeTitle')}
        description={t('mergeLead')}
        crumbs={[
          { label: t('mergeCrumb'), to: '/suppliers' },
          { label: data.name, to: `/suppliers/${id}` },
        ]}
      />
      <MergeForm from={data} />
      <MergeHistory id={id} />
    </div>
  );
}

/** Two rows side by side: the one that is merged, and the one that stays. */
function MergeForm({ from }: { readonly from: Supplier }) {
  const t = useMessages(reviewMessages);
  const sentence = useProblemSentence();
  const client = useQueryClient();
  const navigate = useNavigate();
  const key = useIdempotencyKey();
  const [into, setInto] = useState<ComboOption | null>(null);
  const [reason, setReason] = useState('');
  const [asked, setAsked] = useState(false);
  const [confirming, setConfirming] = useState(false);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const target = useQuery(supplierQuery(into?.id ?? ''));
  const isSame = into !== null && into.id === from.id;

  const merge = async () => {
    if (into === null) return;
    setConfirming(false);
    setBusy(true);
    setFailure(null);
    try {
      const body = { intoId: into.id, reason: reason.trim() };
      const merged = await mergeSupplier(from.id, body, key.headersFor(body));
      await client.invalidateQueries({ queryKey: ['suppliers'] });
      await client.invalidateQueries({ queryKey: MERGES_KEY });
      await navigate(`/suppliers/${merged.intoId}/merge`);
    } catch (error) {
      setFailure(error);
    }
    setBusy(false);
  };
  const missing = into === null ? t('mergeIntoMissing') : isSame ? t('sameSupplier') : undefined;

  return (
    <form
      className="panel stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setAsked(true);
        if (missing === undefined && reason.trim() !== '') setConfirming(true);
      }}
    >
      {failure !== null && (
        <Notice tone="danger" live title={t('failed')}>
          {sentence(failure)}
        </Notice>
      )}
      <div className="review-sides">
        <section className="stack stack--tight">
          <h2>{t('mergeFrom')}</h2>
          <SupplierFacts supplier={from} />
        </section>
        <section className="stack stack--tight">
          <h2>{t('mergeInto')}</h2>
          <ComboBoxField
            label={t('mergeInto')}
            hint={t('mergeIntoHint')}
            required
            searchKey="merge-into"
            search={chooseSuppliers}
            value={into}
            onChange={setInto}
            error={asked || isSame ? missing : undefined}
          />
          {into !== null && !isSame && target.data !== undefined && <SupplierFacts supplier={target.data} />}
        </section>
      </div>
      <TextArea
        label={t('mergeReason')}
        required
        maxLength={500}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
        error={asked && reason.trim() === '' ? t('noteMissing') : undefined}
      />
      <div className="cluster">
        <Button type="submit" busy={busy}>
          {t('merge')}
        </Button>
      </div>
      <ConfirmDialog
        open={confirming}
        onClose={() => setConfirming(false)}
        onConfirm={() => void merge()}
        title={t('mergeAskTitle', { from: from.name, into: into?.label ?? '' })}
        confirmLabel={t('merge')}
      >
        <p>{t('mergeAskText')}</p>
      </ConfirmDialog>
    </form>
  );
}

function SupplierFacts({ supplier }: { readonly supplier: Supplier }) {
  const t = useMessages(reviewMessages);
  const word = useMessages(listedWords);
  return (
    <FactList
      facts={[
        { label: word('fact_name'), value: supplier.name },
        {
          label: word('fact_businessNumber'),
          value: supplier.businessNumber === null ? null : formatBusinessNumber(supplier.businessNumber),
        },
        { label: word('fact_representative'), value: supplier.representative },
        { label: word('fact_address'), value: supplier.address },
        {
          label: t('certificatesLabel'),
          value: t('certificates', { count: supplier.certifications.length }),
        },
      ]}
    />
  );
}

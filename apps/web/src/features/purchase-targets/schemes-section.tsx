import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { CERTIFICATION_TYPES, CHANNELS, SCHEME_BASES, schemeRefusal, type Scheme } from '@ieum/domain';
import { useState } from 'react';
import { Button } from '../../components/button';
import { DataTable } from '../../components/data-table';
import { Dialog } from '../../components/dialog';
import { LoadFailed } from '../../components/load-failed';
import { Notice } from '../../components/notice';
import { RadioGroup } from '../../components/radio-group';
import { TextField } from '../../components/text-field';
import { useToast } from '../../components/toast';
import { CYCLES_KEY } from '../../lib/cycle-queries';
import { useMessages } from '../../lib/language';
import { useProblemSentence } from '../../lib/problem-sentences';
import { purchaseWords } from '../../lib/purchase-messages';
import { refusalProblem } from '../../lib/refusal-problem';
import { useMay } from '../../lib/session';
import { useIdempotencyKey } from '../../lib/use-idempotency-key';
import { createScheme, schemesQuery, type SchemeRow } from './api';
import { CheckList } from '../../components/check-list';
import { policyMessages } from './policy-messages';
import { orderSchemes } from './scheme-name';

const EMPTY: Scheme = { code: '', name: '', basis: 'certification', certificationTypes: [], channels: [] };

interface SchemesSectionProps {
  readonly institutionId: string;
  readonly fiscalYear: number;
  readonly frozen: boolean;
}

/** Which purchases count for what: the year's two own schemes and those that the institution adds. */
export function SchemesSection({ institutionId, fiscalYear, frozen }: SchemesSectionProps) {
  const t = useMessages(policyMessages);
  const words = useMessages(purchaseWords);
  const may = useMay();
  const { data, error, isPending, refetch } = useQuery(schemesQuery(institutionId, fiscalYear));
  const [adding, setAdding] = useState(false);
  if (error) return <LoadFailed error={error} onRetry={() => void refetch()} />;
  const counts = (row: SchemeRow) => {
    if (row.basis === 'channel') return row.channels.map((one) => words(`channel_${one}`)).join(', ');
    if (row.certificationTypes.length === 0) return t('schemeByPolicy');
    return row.certificationTypes.map((one) => words(`certificate_${one}`)).join(', ');
  };
  return (
    <>
      <DataTable
        name="schemes"
        caption={t('schemes')}
        loading={isPending}
        rows={orderSchemes((data?.items ?? []).map((one) => one.code)).flatMap(
          (code) => data?.items.find((one) => one.code === code) ?? [],
        )}
        rowKey={(row) => row.code}
        columns={[
          { key: 'name', label: t('schemeName'), value: (row) => row.name },
          { key: 'basis', label: t('schemeBasis'), value: (row) => t(`schemeBasis_${row.basis}`), width: 12 },
          { key: 'counts', label: t('schemeCounts'), value: counts, width: 36 },
        ]}
        tools={
          may('policy:manage') &&
          !frozen && (
            <Button size="small" variant="secondary" icon="plus" onClick={() => setAdding(true)}>
              {t('addScheme')}
            </Button>
          )
        }
      />
      <p className="field__hint">{t('schemesText')}</p>
      {adding && (
        <AddScheme
          fiscalYear={fiscalYear}
          codes={(data?.items ?? []).map((one) => one.code)}
          onClose={() => setAdding(false)}
        />
      )}
    </>
  );
}

interface AddSchemeProps {
  readonly fiscalYear: number;
  readonly codes: readonly string[];
  readonly onClose: () => void;
}

function AddScheme({ fiscalYear, codes, onClose }: AddSchemeProps) {
  const t = useMessages(policyMessages);
  const words = useMessages(purchaseWords);
  const sentence = useProblemSentence();
  const say = useToast();
  const client = useQueryClient();
  const key = useIdempotencyKey();
  const [scheme, setScheme] = useState<Scheme>(EMPTY);
  const [tried, setTried] = useState(false);
  const refusal = schemeRefusal(scheme, codes);
  const field = refusal?.details?.['field'];
  const sending = useMutation({
    mutationFn: () => {
      const body = {
        fiscalYear,
        code: scheme.code,
        name: scheme.name.trim().normalize('NFC'),
        basis: scheme.basis,
        certificationTypes: [...scheme.certificationTypes],
        channels: [...scheme.channels],
      };
      return createScheme(body, key.headersFor(body));
    },
    onSuccess: async (saved) => {
      await client.invalidateQueries({ queryKey: ['schemes'] });
      await client.invalidateQueries({ queryKey: CYCLES_KEY });
      say(t('schemeAdded', { name: saved.name }));
      onClose();
    },
  });
  const set = (patch: Partial<Scheme>) => setScheme({ ...scheme, ...patch });
  const failure =
    sending.error ?? (tried && refusal?.code === 'SCHEME_CODE_TAKEN' ? refusalProblem(refusal) : null);
  const byChannel = scheme.basis === 'channel';
  return (
    <Dialog
      open
      wide
      onClose={onClose}
      title={t('addScheme')}
      actions={
        <Button
          busy={sending.isPending}
          onClick={() => {
            setTried(true);
            if (refusal === null) sending.mutate();
          }}
        >
          {t('addScheme')}
        </Button>
      }
    >
      <div className="stack">
        {failure && (
          <Notice tone="danger" live>
            {sentence(failure)}
          </Notice>
        )}
        <div className="form-grid">
          <TextField
            label={t('schemeName')}
            required
            maxLength={100}
            value={scheme.name}
            error={tried && scheme.name.trim() === '' ? t('nameRequired') : undefined}
            onChange={(event) => set({ name: event.target.value })}
          />
          <TextField
            label={t('schemeCode')}
            hint={t('schemeCodeHint')}
            required
            maxLength={40}
            spellCheck={false}
            value={scheme.code}
            error={tried && field === 'code' ? t('fieldWrong') : undefined}
            onChange={(event) => set({ code: event.target.value.trim() })}
          />
        </div>
        <RadioGroup
          name="scheme-basis"
          label={t('schemeBasis')}
          value={scheme.basis}
          onChange={(text) => {
            const basis = SCHEME_BASES.find((one) => one === text);
            if (basis) set({ basis, certificationTypes: [], channels: [] });
          }}
          options={SCHEME_BASES.map((one) => ({
            value: one,
            label: t(`schemeBasis_${one}`),
            hint: t(`schemeBasis_${one}_hint`),
          }))}
        />
        {byChannel ? (
          <CheckList
            label={t('schemeChannels')}
            error={tried && field === 'channels' ? t('choiceRequired') : undefined}
            value={scheme.channels}
            onChange={(channels) => set({ channels })}
            options={CHANNELS.map((one) => ({ value: one, label: words(`channel_${one}`) }))}
          />
        ) : (
          <CheckList
            label={t('schemeCertifications')}
            error={tried && field === 'certificationTypes' ? t('choiceRequired') : undefined}
            value={scheme.certificationTypes}
            onChange={(certificationTypes) => set({ certificationTypes })}
            options={CERTIFICATION_TYPES.map((one) => ({ value: one, label: words(`certificate_${one}`) }))}
          />
        )}
      </div>
    </Dialog>
  );
}

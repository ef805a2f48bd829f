import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { HAMKKE_NURI_MALL, SOCIAL_ECONOMY, institutionTargetsRefusal } from '@ieum/domain';
import { useState } from 'react';
import { Button } from '../../components/button';
import { DayField } from '../../components/day-field';
import { Dialog } from '../../components/dialog';
import { Disclosure } from '../../components/disclosure';
import { Notice } from '../../components/notice';
import { TextArea } from '../../components/text-area';
import { useToast } from '../../components/toast';
import { CYCLES_KEY, type Cycle } from '../../lib/cycle-queries';
import { useMessages } from '../../lib/language';
import { useProblemSentence } from '../../lib/problem-sentences';
import { changeYear, institutionRevisionsQuery, policiesQuery, schemesQuery } from './api';
import { RevisionList } from './history-dialog';
import { InstitutionTargetFields } from './institution-target-fields';
import { targetInputsOf, targetValuesOf, type InstitutionTargetValues } from './institution-target-values';
import { targetMessages } from './messages';
import { policyMessages } from './policy-messages';
import { orderSchemes, useSchemes } from './scheme-name';

interface InstitutionTargetsDialogProps {
  readonly cycle: Cycle;
  readonly onClose: () => void;
}

/** The institution's own targets and the due day: free during the survey, with a reason afterwards. */
export function InstitutionTargetsDialog({ cycle, onClose }: InstitutionTargetsDialogProps) {
  const t = useMessages(targetMessages);
  const p = useMessages(policyMessages);
  const sentence = useProblemSentence();
  const say = useToast();
  const client = useQueryClient();
  const { nameOf } = useSchemes(cycle);
  const { data: policies } = useQuery(policiesQuery(cycle.institutionId));
  const { data: schemes } = useQuery(schemesQuery(cycle.institutionId, cycle.fiscalYear));
  const { data: revisions } = useQuery(institutionRevisionsQuery(cycle.id));
  const [changed, setChanged] = useState<Readonly<Record<string, InstitutionTargetValues>>>({});
  const [dueOn, setDueOn] = useState(cycle.surveyDueOn);
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const codes = orderSchemes([
    SOCIAL_ECONOMY,
    HAMKKE_NURI_MALL,
    ...cycle.institutionTargets.map((one) => one.schemeCode),
    ...(schemes?.items ?? []).map((one) => one.code),
  ]);
  const policy = policies?.items.find((one) => one.id === cycle.countingPolicyId);
  const facts = policy ?? { denominator: 'none' as const, denominatorKrw: null, denominatorExclusionKrw: 0 };
  const needsReason = institutionTargetsRefusal(cycle.state, null)?.code === 'REASON_REQUIRED';
  const touched = Object.values(changed);
  const missing = needsReason && touched.length > 0 && reason.trim() === '';
  const saving = useMutation({
    mutationFn: () =>
      changeYear(cycle, {
        surveyDueOn: dueOn,
        ...(touched.length === 0 ? {} : { institutionTargets: targetInputsOf(touched) }),
        ...(reason.trim() === '' ? {} : { reason: reason.trim().normalize('NFC') }),
      }),
    onSuccess: () => {
      say(t('institutionSaved'));
      onClose();
    },
    onSettled: () => client.invalidateQueries({ queryKey: CYCLES_KEY }),
  });
  return (
    <Dialog
      open
      wide
      onClose={onClose}
      title={t('editInstitution')}
      actions={
        <Button
          busy={saving.isPending}
          onClick={() => {
            setTried(true);
            if (!missing) saving.mutate();
          }}
        >
          {p('save')}
        </Button>
      }
    >
      <div className="stack">
        {saving.error && (
          <Notice tone="danger" live>
            {sentence(saving.error)}
          </Notice>
        )}
        {needsReason && <p>{t('editInstitutionText')}</p>}
        {codes.map((code) => (
          <InstitutionTargetFields
            key={code}
            name={nameOf(code)}
            facts={facts}
            value={
              changed[code] ??
              targetValuesOf(
                code,
                cycle.institutionTargets.find((one) => one.schemeCode === code),
              )
            }
            onChange={(value) => setChanged((current) => ({ ...current, [code]: value }))}
          />
        ))}
        <DayField label={p('surveyDueOn')} value={dueOn} onChange={setDueOn} />
        {needsReason && (
          <TextArea
            label={t('reason')}
            required={touched.length > 0}
            maxLength={500}
            value={reason}
            error={tried && missing ? t('reasonRequired') : undefined}
            onChange={(event) => setReason(event.target.value)}
          />
        )}
        {revisions !== undefined && revisions.items.length > 0 && (
          <Disclosure title={t('revisions')}>
            <RevisionList revisions={revisions.items} />
          </Disclosure>
        )}
      </div>
    </Dialog>
  );
}

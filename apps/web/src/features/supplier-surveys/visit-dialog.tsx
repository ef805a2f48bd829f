import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { ChangeDialog } from '../../components/change-dialog';
import { LoadFailed } from '../../components/load-failed';
import { Notice } from '../../components/notice';
import { SelectField } from '../../components/select-field';
import { Skeleton } from '../../components/skeleton';
import { TextArea } from '../../components/text-area';
import { showDay } from '../../lib/date-format';
import { useLanguage, useMessages } from '../../lib/language';
import { SURVEYS_KEY, visitsToQuery, visitSurvey, type SupplierSurvey } from './api';
import { surveyMessages } from './messages';

interface VisitDialogProps {
  readonly survey: SupplierSurvey;
  readonly onClose: () => void;
}

/** The second round: which visit to the enterprise it was, and what it found. */
export function VisitDialog({ survey, onClose }: VisitDialogProps) {
  const t = useMessages(surveyMessages);
  const { language } = useLanguage();
  const visits = useQuery(visitsToQuery(survey.supplierId));
  const [visitId, setVisitId] = useState('');
  const [outcome, setOutcome] = useState('');
  return (
    <ChangeDialog
      title={t('linkTitle', { name: survey.supplierName })}
      confirmLabel={t('link')}
      onClose={onClose}
      fault={() => (visitId === '' || outcome.trim() === '' ? t('linkMissing') : null)}
      change={async () => {
        await visitSurvey(survey.id, { visitId, outcome: outcome.trim().normalize('NFC') });
        return t('linked');
      }}
      reloads={SURVEYS_KEY}
    >
      {visits.error && <LoadFailed error={visits.error} onRetry={() => void visits.refetch()} />}
      {visits.isPending && <Skeleton height="4rem" />}
      {visits.data?.items.length === 0 && <Notice>{t('linkNone')}</Notice>}
      <SelectField
        label={t('linkVisit')}
        required
        value={visitId}
        onChange={(event) => setVisitId(event.target.value)}
        options={(visits.data?.items ?? []).map((visit) => ({
          value: visit.id,
          label: [showDay(visit.visitedOn, language), visit.adviserName].filter(Boolean).join(' · '),
        }))}
      />
      <TextArea
        label={t('linkOutcome')}
        required
        maxLength={1000}
        value={outcome}
        onChange={(event) => setOutcome(event.target.value)}
      />
    </ChangeDialog>
  );
}

import { closePeriodRefusal, type MoneyUnit } from '@ieum/domain';
import { useState } from 'react';
import { Button } from '../../components/button';
import { Notice } from '../../components/notice';
import { ProgressBar } from '../../components/progress-bar';
import { ReasonDialog } from '../../components/reason-dialog';
import { showInstant } from '../../lib/date-format';
import { useLanguage, useMessages } from '../../lib/language';
import { useProblemSentence } from '../../lib/problem-sentences';
import { useMay, useUser } from '../../lib/session';
import { closePeriod, reopenPeriod, type PurchasePeriod } from './api';
import { periodMessages } from './messages';
import { OwnDepartment } from './own-department';
import { QuarterTable } from './quarter-table';
import { usePeriodStep } from './use-period-step';

interface QuarterPanelProps {
  readonly period: PurchasePeriod;
  readonly unit: MoneyUnit;
  readonly onUnit: (unit: MoneyUnit) => void;
}

export function QuarterPanel({ period, unit, onUnit }: QuarterPanelProps) {
  const t = useMessages(periodMessages);
  const { language } = useLanguage();
  const may = useMay();
  const user = useUser();
  const { departments } = period;
  const own = departments.find((one) => one.departmentId === user.departmentId);
  return (
    <div className="stack">
      {period.closedAt !== null && period.state === 'closed' && (
        <Notice tone="success" title={t('closedAt', { at: showInstant(period.closedAt, language) })}>
          {period.closeReason !== null && t('closeReasonShown', { reason: period.closeReason })}
        </Notice>
      )}
      {period.state === 'open' && period.reopenReason !== null && (
        <Notice>{t('reopenReasonShown', { reason: period.reopenReason })}</Notice>
      )}
      {own !== undefined && may('period:submit') && <OwnDepartment period={period} own={own} />}
      {may('period:close') && <CloseOrReopen period={period} />}
      <QuarterTable period={period} unit={unit} onUnit={onUnit} />
    </div>
  );
}

/** The manager's part. Closing while departments are missing names them and asks for a reason. */
function CloseOrReopen({ period }: { readonly period: PurchasePeriod }) {
  const t = useMessages(periodMessages);
  const sentence = useProblemSentence();
  const step = usePeriodStep();
  const [asking, setAsking] = useState(false);
  const { quarter, departments } = period;
  const isClosed = period.state === 'closed';
  const missing = departments.filter((one) => one.state === 'open');
  const needsReason =
    closePeriodRefusal({ quarterClosed: isClosed, unsubmittedDepartments: missing.length, reason: null }) !==
    null;
  const missingText = t('closeMissing', {
    count: missing.length,
    names: missing.map((one) => one.departmentName).join(', '),
  });
  return (
    <section className="panel stack stack--tight">
      {!isClosed && (
        <ProgressBar
          label={t('progress')}
          done={departments.length - missing.length}
          total={departments.length}
        />
      )}
      {!isClosed && missing.length > 0 && <p className="field__hint">{missingText}</p>}
      {step.failure !== null && (
        <Notice tone="danger" live title={t('failed')}>
          {sentence(step.failure)}
        </Notice>
      )}
      <div className="cluster">
        <Button variant={isClosed ? 'secondary' : 'primary'} busy={step.busy} onClick={() => setAsking(true)}>
          {t(isClosed ? 'reopen' : 'close', { quarter })}
        </Button>
      </div>
      <ReasonDialog
        open={asking}
        onClose={() => setAsking(false)}
        title={t(isClosed ? 'reopenTitle' : 'closeTitle', { quarter })}
        text={
          isClosed
            ? t('reopenText')
            : missing.length > 0
              ? `${t('closeText')} ${missingText}`
              : t('closeText')
        }
        label={isClosed ? t('reopenReason') : t(needsReason ? 'closeReason' : 'closeReasonOptional')}
        required={isClosed || needsReason}
        missingText={t('reasonMissing')}
        confirmLabel={t(isClosed ? 'reopen' : 'close', { quarter })}
        onConfirm={(reason) => {
          setAsking(false);
          void step.run(t(isClosed ? 'reopened' : 'closed', { quarter }), () =>
            isClosed ? reopenPeriod(period.id, reason) : closePeriod(period.id, reason),
          );
        }}
      />
    </section>
  );
}

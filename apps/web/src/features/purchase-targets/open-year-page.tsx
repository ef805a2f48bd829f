import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { HAMKKE_NURI_MALL, SOCIAL_ECONOMY, mallTargetRefusal, yearOf, type Day } from '@ieum/domain';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { Button } from '../../components/button';
import { DayField } from '../../components/day-field';
import { DraftNotice } from '../../components/draft-notice';
import { ErrorSummary, type SummaryItem } from '../../components/error-summary';
import { FormActions } from '../../components/form';
import { PageHeader } from '../../components/page-header';
import { TextField } from '../../components/text-field';
import { goToUnreadableField } from '../../components/unreadable-field';
import { useToast } from '../../components/toast';
import { CYCLES_KEY, cyclesQuery } from '../../lib/cycle-queries';
import { today } from '../../lib/date-format';
import { useMessages } from '../../lib/language';
import { useProblemSentence } from '../../lib/problem-sentences';
import { purchaseWords } from '../../lib/purchase-messages';
import { refusalProblem } from '../../lib/refusal-problem';
import { useUser } from '../../lib/session';
import { useDraft } from '../../lib/use-draft';
import { useIdempotencyKey } from '../../lib/use-idempotency-key';
import { openYear } from './api';
import { InstitutionTargetFields } from './institution-target-fields';
import {
  basisPointsOf,
  rateAmount,
  targetInputsOf,
  targetValuesOf,
  type InstitutionTargetValues,
} from './institution-target-values';
import { targetMessages } from './messages';
import { PolicyFields } from './policy-fields';
import { policyMessages } from './policy-messages';
import { isPolicyValues, NEW_POLICY, policyBody, wrongField, type PolicyValues } from './policy-values';

interface YearValues {
  readonly fiscalYear: string;
  readonly surveyDueOn: Day | null;
  readonly main: InstitutionTargetValues;
  readonly mall: InstitutionTargetValues;
  readonly policy: PolicyValues;
}

function isYearValues(value: unknown): value is YearValues {
  if (typeof value !== 'object' || value === null || !('policy' in value)) return false;
  return (
    ['fiscalYear', 'surveyDueOn', 'main', 'mall'].every((key) => key in value) && isPolicyValues(value.policy)
  );
}

/** Opens a year: its targets and its counting policy, with every choice explained. */
export default function OpenYearPage() {
  const t = useMessages(policyMessages);
  const g = useMessages(targetMessages);
  const words = useMessages(purchaseWords);
  const sentence = useProblemSentence();
  const say = useToast();
  const client = useQueryClient();
  const navigate = useNavigate();
  const user = useUser();
  const key = useIdempotencyKey();
  const draft = useDraft('open-year', isYearValues);
  const { data: cycles } = useQuery({
    ...cyclesQuery(user.institutionId),
    enabled: user.institutionId !== null,
  });
  const [values, setValues] = useState<YearValues>(() => draft.kept ?? freshYear());
  const [restored, setRestored] = useState(draft.kept !== null);
  const [attempt, setAttempt] = useState(0);
  const [yearTyped, setYearTyped] = useState(draft.kept !== null);
  const opened = cycles?.items.map((cycle) => cycle.fiscalYear) ?? [];
  const fiscalYear = yearTyped ? values.fiscalYear : String(firstFreeYear(opened));

  const change = (patch: Partial<YearValues>) => {
    const next = { ...values, fiscalYear, ...patch };
    setYearTyped(true);
    setValues(next);
    draft.keep(next);
    sending.reset();
  };
  const year = Number(fiscalYear);
  const yearWrong = !/^\d{4}$/.test(fiscalYear) || year < 2000 || year > 2100;
  const yearTaken = opened.includes(year);
  const wrong = wrongField(values.policy);
  const schemes = [
    { value: values.main, name: words('scheme_social_economy'), field: 'main' as const },
    { value: values.mall, name: words('scheme_hamkke_nuri_mall'), field: 'mall' as const },
  ];
  const amountOf = (one: InstitutionTargetValues) =>
    one.basis === 'amount' ? one.targetKrw : rateAmount(one.ratePercent, values.policy);
  const mallAbove = mallTargetRefusal(
    amountOf(values.mall) ?? 0,
    amountOf(values.main) ?? Number.MAX_SAFE_INTEGER,
    values.policy.mallTarget,
  );
  const faults: SummaryItem[] = [
    ...(yearWrong ? [{ name: 'fiscalYear', label: t('fiscalYear'), message: t('fiscalYearWrong') }] : []),
    ...(yearTaken ? [{ name: 'fiscalYear', label: t('fiscalYear'), message: t('yearTaken') }] : []),
    ...schemes.flatMap(({ value, name, field }) =>
      value.basis === 'rate' && value.ratePercent.trim() !== '' && basisPointsOf(value.ratePercent) === null
        ? [{ name: field, label: t('rateOf', { scheme: name }), message: t('rateWrong') }]
        : [],
    ),
    ...(mallAbove === null
      ? []
      : [
          {
            name: 'mall',
            label: t('amountOf', { scheme: words('scheme_hamkke_nuri_mall') }),
            message: sentence(refusalProblem(mallAbove)),
          },
        ]),
    ...(wrong === null ? [] : [{ name: 'policy', label: t('policy'), message: t('fieldWrong') }]),
  ];
  const sending = useMutation({
    mutationFn: () => {
      const body = {
        fiscalYear: year,
        surveyDueOn: values.surveyDueOn,
        institutionTargets: targetInputsOf([values.main, values.mall]),
        policy: policyBody(values.policy),
      };
      return openYear(body, key.headersFor(body));
    },
    onSuccess: async (cycle) => {
      draft.clear();
      key.renew();
      for (const queryKey of [CYCLES_KEY, ['counting-policies'], ['schemes']])
        await client.invalidateQueries({ queryKey });
      say(t('opened', { year: String(cycle.fiscalYear) }));
      await navigate(`/demand-surveys?fiscalYear=${cycle.fiscalYear}`);
    },
    onError: () => setAttempt((count) => count + 1),
  });
  const tried = attempt > 0;
  const failure = sending.error ? sentence(sending.error) : undefined;
  return (
    <div className="stack">
      <PageHeader
        title={t('openTitle')}
        description={t('openLead')}
        crumbs={[{ label: g('title'), to: '/purchase-targets' }]}
      />
      {restored && (
        <DraftNotice
          onDiscard={() => {
            draft.clear();
            setRestored(false);
            setValues(freshYear());
            setYearTyped(false);
          }}
        />
      )}
      <form
        className="form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (goToUnreadableField(event.currentTarget) !== null) return;
          if (faults.length > 0) setAttempt((count) => count + 1);
          else if (!sending.isPending) sending.mutate();
        }}
      >
        <ErrorSummary
          attempt={attempt}
          {...(failure === undefined ? {} : { message: failure })}
          items={tried ? faults : []}
          onGoTo={goToPart}
        />
        <section className="panel stack" aria-labelledby="open-year-fiscalYear">
          <h2 id="open-year-fiscalYear">{t('basics')}</h2>
          <div className="form-grid">
            <TextField
              label={t('fiscalYear')}
              required
              inputMode="numeric"
              maxLength={4}
              value={fiscalYear}
              error={yearTaken ? t('yearTaken') : tried && yearWrong ? t('fiscalYearWrong') : undefined}
              onChange={(event) => change({ fiscalYear: event.target.value.normalize('NFKC').trim() })}
            />
            <DayField
              label={t('surveyDueOn')}
              hint={t('surveyDueHint')}
              value={values.surveyDueOn}
              onChange={(surveyDueOn) => change({ surveyDueOn })}
            />
          </div>
        </section>
        <section className="panel stack" aria-labelledby="open-year-targets">
          <div>
            <h2 id="open-year-targets">{t('targets')}</h2>
            <p className="field__hint">{t('targetsText')}</p>
          </div>
          {schemes.map(({ value, name, field }) => (
            <div key={field} id={`open-year-${field}`}>
              <InstitutionTargetFields
                name={name}
                value={value}
                facts={values.policy}
                onChange={(next) => change({ [field]: next })}
              />
            </div>
          ))}
        </section>
        <section className="panel stack" aria-labelledby="open-year-policy">
          <h2 id="open-year-policy">{t('policy')}</h2>
          <PolicyFields
            value={values.policy}
            onChange={(policy) => change({ policy })}
            wrong={tried ? wrong : null}
          />
        </section>
        <FormActions>
          <Button type="submit" busy={sending.isPending}>
            {t('open')}
          </Button>
        </FormActions>
      </form>
    </div>
  );
}

/** The heading or the box of a part has the name; its first field takes the keyboard. */
function goToPart(name: string): void {
  const named = document.getElementById(`open-year-${name}`);
  const part = named instanceof HTMLHeadingElement ? named.closest('section') : named;
  part?.querySelector('input')?.focus();
}

/** This year, or the next that nobody has opened. */
function firstFreeYear(opened: readonly number[]): number {
  let year = yearOf(today());
  while (opened.includes(year)) year += 1;
  return year;
}

function freshYear(): YearValues {
  return {
    fiscalYear: '',
    surveyDueOn: null,
    main: targetValuesOf(SOCIAL_ECONOMY, undefined),
    mall: targetValuesOf(HAMKKE_NURI_MALL, undefined),
    policy: NEW_POLICY,
  };
}

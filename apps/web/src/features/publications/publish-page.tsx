import { SOCIAL_ECONOMY } from '@ieum/domain';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { Controller, useForm } from 'react-hook-form';
import { useNavigate } from 'react-router';
import { Button } from '../../components/button';
import { DayField } from '../../components/day-field';
import { ConfirmDialog } from '../../components/dialog';
import { DraftNotice } from '../../components/draft-notice';
import { Form, FormActions } from '../../components/form';
import { LinkButton } from '../../components/link-button';
import { Notice } from '../../components/notice';
import { PageHeader } from '../../components/page-header';
import { PageSkeleton } from '../../components/skeleton';
import { SelectField } from '../../components/select-field';
import { TextArea } from '../../components/text-area';
import { useToast } from '../../components/toast';
import { showDay, today } from '../../lib/date-format';
import { useLanguage, useMessages } from '../../lib/language';
import { useBooks } from '../../lib/scheme-queries';
import { useUser } from '../../lib/session';
import { useDraft } from '../../lib/use-draft';
import { useIdempotencyKey } from '../../lib/use-idempotency-key';
import { PUBLICATIONS_KEY, publish, quartersQuery } from './api';
import { publicationMessages } from './messages';
import {
  asOfRange,
  draftRefusal,
  isPublishValues,
  latestClosed,
  quarterOf,
  type PublishValues,
} from './publish-draft';

/** Freezing a ranking: of the own departments for a manager, of the districts for the centre. */
export default function PublishPage() {
  const t = useMessages(publicationMessages);
  const user = useUser();
  const books = useBooks(user.institutionId);
  const isDistrict = user.institutionId !== null;
  const quarters = useQuery(quartersQuery(Number(books.latest), books.ready && isDistrict));
  if (!books.ready || (isDistrict && quarters.isPending)) return <PageSkeleton label={t('formTitle')} />;
  return <PublishForm fiscalYear={String(books.latest)} quarter={latestClosed(quarters.data?.items ?? [])} />;
}

interface PublishFormProps {
  readonly fiscalYear: string;
  /** what is most likely to be published: the latest closed quarter */
  readonly quarter: string;
}

function PublishForm({ fiscalYear, quarter }: PublishFormProps) {
  const t = useMessages(publicationMessages);
  const { language } = useLanguage();
  const user = useUser();
  const say = useToast();
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const books = useBooks(user.institutionId);
  const idempotency = useIdempotencyKey();
  const draft = useDraft<PublishValues>(`publication:${user.institutionId ?? 'districts'}`, isPublishValues);
  const empty: PublishValues = {
    fiscalYear,
    quarter,
    schemeCode: SOCIAL_ECONOMY,
    asOf: today(),
    reason: '',
  };
  const form = useForm<PublishValues>({ defaultValues: draft.kept ?? empty, shouldFocusError: false });
  const [toConfirm, setToConfirm] = useState<PublishValues | null>(null);
  const values = form.watch();
  const { errors, isSubmitting } = form.formState;

  const { keep } = draft;
  useEffect(() => {
    const subscription = form.watch((typed) => isPublishValues(typed) && keep(typed));
    return () => subscription.unsubscribe();
  }, [form, keep]);

  const quarters = useQuery(quartersQuery(Number(values.fiscalYear), user.institutionId !== null));
  const openQuarters = (quarters.data?.items ?? [])
    .filter((period) => period.state !== 'closed')
    .flatMap((period) => quarterOf(String(period.quarter)) ?? []);
  const refused = draftRefusal(values, { today: today(), openQuarters });
  const range = asOfRange(values, today());
  const asOfWrong =
    refused?.code === 'INVALID_INPUT'
      ? t('asOfWrong', {
          earliest: showDay(range.earliest, language),
          latest: showDay(range.latest, language),
        })
      : undefined;

  const send = async (typed: PublishValues) => {
    const body = {
      institutionId: user.institutionId,
      fiscalYear: Number(typed.fiscalYear),
      quarter: quarterOf(typed.quarter),
      schemeCode: typed.schemeCode,
      asOf: typed.asOf ?? today(),
      reason: typed.reason.trim() === '' ? null : typed.reason.trim().normalize('NFC'),
    };
    const made = await publish(body, idempotency.headersFor(body));
    idempotency.renew();
    draft.clear();
    await queryClient.invalidateQueries({ queryKey: PUBLICATIONS_KEY });
    say(t('done'));
    await navigate(`/publications/${made.id}`);
  };
  // The first submit asks, the second one (from the dialog) sends; a refusal then appears in the form.
  const submit = async (typed: PublishValues) => {
    if (toConfirm === null) return setToConfirm(typed);
    setToConfirm(null);
    await send(typed);
  };
  const title = t(user.institutionId === null ? 'formTitleDistricts' : 'formTitle');
  return (
    <div className="stack">
      <PageHeader
        title={title}
        description={t('formDescription')}
        crumbs={[{ label: t('title'), to: '/publications' }]}
      />
      <div className="panel">
        <Form
          id="publish-form"
          form={form}
          onSubmit={submit}
          labels={{
            fiscalYear: t('year'),
            quarter: t('quarterLabel'),
            schemeCode: t('scheme'),
            asOf: t('asOf'),
            reason: t('reason'),
          }}
        >
          {draft.kept !== null && (
            <DraftNotice
              onDiscard={() => {
                draft.clear();
                form.reset(empty);
              }}
            />
          )}
          <div className="form-grid">
            <SelectField
              label={t('year')}
              emptyLabel={null}
              required
              error={errors.fiscalYear?.message}
              options={books.years.map((year) => ({
                value: String(year),
                label: t('yearName', { year: String(year) }),
              }))}
              {...form.register('fiscalYear')}
            />
            <SelectField
              label={t('quarterLabel')}
              hint={t('quarterHint')}
              emptyLabel={t('interim')}
              error={errors.quarter?.message}
              options={[1, 2, 3, 4].map((quarter) => ({
                value: String(quarter),
                label: t('quarterName', { quarter }),
              }))}
              {...form.register('quarter')}
            />
            <SelectField
              label={t('scheme')}
              emptyLabel={null}
              required
              error={errors.schemeCode?.message}
              options={books
                .schemesOf(Number(values.fiscalYear))
                .map(({ code, name }) => ({ value: code, label: name }))}
              {...form.register('schemeCode')}
            />
            <Controller
              control={form.control}
              name="asOf"
              rules={{ validate: (day) => (day === null ? t('required') : (asOfWrong ?? true)) }}
              render={({ field }) => (
                <DayField
                  label={t('asOf')}
                  hint={t('asOfHintForm')}
                  required
                  min={range.earliest}
                  max={range.latest}
                  error={errors.asOf?.message ?? asOfWrong}
                  {...field}
                />
              )}
            />
          </div>
          <TextArea
            label={t('reason')}
            hint={t('reasonHint')}
            maxLength={500}
            error={errors.reason?.message}
            {...form.register('reason')}
          />
          {refused?.code === 'PUBLICATION_PERIOD_OPEN' && (
            <Notice tone="warning">
              {t('openQuarter', { quarter: Number(refused.details?.['quarter']) })}
            </Notice>
          )}
          <FormActions>
            <Button type="submit" busy={isSubmitting} aria-disabled={refused !== null}>
              {t('confirm')}
            </Button>
            <LinkButton variant="secondary" to="/publications">
              {t('cancel')}
            </LinkButton>
          </FormActions>
        </Form>
      </div>
      <ConfirmDialog
        open={toConfirm !== null}
        onClose={() => setToConfirm(null)}
        onConfirm={() => {
          const element = document.getElementById('publish-form');
          if (element instanceof HTMLFormElement) element.requestSubmit();
        }}
        title={t('confirmTitle')}
        confirmLabel={t('confirm')}
        busy={isSubmitting}
      >
        <p>{t('confirmText')}</p>
      </ConfirmDialog>
    </div>
  );
}

import { useEffect } from 'react';
import { Controller, useForm } from 'react-hook-form';
import { AreaField } from '../../components/area-field';
import { Button } from '../../components/button';
import { DayField } from '../../components/day-field';
import { DraftNotice } from '../../components/draft-notice';
import { Form, FormActions } from '../../components/form';
import { LinkButton } from '../../components/link-button';
import { RegisterField } from '../../components/register-field';
import { TextArea } from '../../components/text-area';
import { TextField } from '../../components/text-field';
import { VersionConflict } from '../../components/version-conflict';
import { showDay, today } from '../../lib/date-format';
import { chooseInstitutions } from '../../lib/institution-choice';
import { useLanguage, useMessages } from '../../lib/language';
import { useManyAreas } from '../../lib/use-many-areas';
import type { Conflict } from '../../lib/use-conflict';
import { useDraft } from '../../lib/use-draft';
import type { EducationSession } from './api';
import { sessionMessages } from './messages';
import {
  attendeesOf,
  isSessionValues,
  isTooEarly,
  sessionValues,
  type SessionValues,
} from './session-values';

interface SessionFormProps {
  /** null = a new one */
  readonly session: EducationSession | null;
  /** @returns whether it was saved */
  readonly save: (values: SessionValues) => Promise<boolean>;
  readonly conflict?: Conflict<EducationSession>;
  readonly back: string;
}

export function SessionForm({ session, save, conflict, back }: SessionFormProps) {
  const t = useMessages(sessionMessages);
  const draft = useDraft<SessionValues>(`education-session:${session?.id ?? 'new'}`, isSessionValues);
  const empty = sessionValues(session, today());
  const form = useForm<SessionValues>({ defaultValues: draft.kept ?? empty, shouldFocusError: false });
  const { errors, isSubmitting } = form.formState;
  const institutionId = form.watch('institutionId');
  const asksArea = useManyAreas() && institutionId === '';
  const { keep } = draft;
  useEffect(() => {
    const subscription = form.watch((typed) => isSessionValues(typed) && keep(typed));
    return () => subscription.unsubscribe();
  }, [form, keep]);
  const send = async (values: SessionValues) => {
    if (await save(values)) draft.clear();
  };
  const needed = (value: string) => value.trim() !== '' || t('required');
  return (
    <div className="panel">
      <Form
        form={form}
        onSubmit={send}
        labels={{
          heldOn: t('heldOn'),
          audience: t('audience'),
          institutionId: t('institution'),
          areaId: t('area'),
          content: t('content'),
          attendees: t('attendees'),
        }}
      >
        {draft.kept !== null && (
          <DraftNotice
            onDiscard={() => {
              form.reset(empty);
              draft.clear();
            }}
          />
        )}
        <div className="form-grid">
          <Controller
            control={form.control}
            name="heldOn"
            rules={{
              validate: (value, values) =>
                value === null ? t('required') : !isTooEarly(values, today()) || t('future'),
            }}
            render={({ field }) => (
              <DayField
                label={t('heldOn')}
                hint={t('heldOnHint')}
                required
                error={errors.heldOn?.message}
                {...field}
              />
            )}
          />
          <TextField
            label={t('audience')}
            hint={t('audienceHint')}
            required
            maxLength={100}
            autoComplete="off"
            error={errors.audience?.message}
            {...form.register('audience', { validate: needed })}
          />
          <RegisterField
            form={form}
            idName="institutionId"
            labelName="institutionName"
            searchKey="institutions"
            search={chooseInstitutions}
            label={t('institution')}
            hint={t('institutionHint')}
          />
          {asksArea && (
            <Controller
              control={form.control}
              name="areaId"
              rules={{ validate: (value) => value !== '' || t('choose') }}
              render={({ field }) => (
                <AreaField label={t('area')} required error={errors.areaId?.message} {...field} />
              )}
            />
          )}
          {session?.state !== 'planned' && (
            <TextField
              label={t('attendees')}
              hint={session === null ? t('attendeesHint') : undefined}
              inputMode="numeric"
              autoComplete="off"
              maxLength={8}
              error={errors.attendees?.message}
              {...form.register('attendees', {
                validate: (value) => {
                  const count = attendeesOf(value);
                  if (count === undefined) return t('attendeesWrong');
                  return session === null || count !== null || t('attendeesMissing');
                },
              })}
            />
          )}
        </div>
        <TextArea
          label={t('content')}
          required
          maxLength={500}
          error={errors.content?.message}
          {...form.register('content', { validate: needed })}
        />
        <FormActions>
          <Button type="submit" busy={isSubmitting}>
            {t('save')}
          </Button>
          <LinkButton variant="secondary" to={back}>
            {t('cancel')}
          </LinkButton>
        </FormActions>
      </Form>
      {conflict !== undefined && conflict.theirs !== null && (
        <SessionConflict
          mine={form.getValues()}
          theirs={conflict.theirs}
          onClose={conflict.close}
          onTake={(theirs) => {
            conflict.accept(theirs);
            form.reset(sessionValues(theirs, today()));
          }}
          onKeep={(theirs) => {
            conflict.accept(theirs);
            void form.handleSubmit(send)();
          }}
        />
      )}
    </div>
  );
}

interface SessionConflictProps {
  readonly mine: SessionValues;
  readonly theirs: EducationSession;
  readonly onClose: () => void;
  readonly onTake: (theirs: EducationSession) => void;
  readonly onKeep: (theirs: EducationSession) => void;
}

function SessionConflict({ mine, theirs, onClose, onTake, onKeep }: SessionConflictProps) {
  const t = useMessages(sessionMessages);
  const { language } = useLanguage();
  const other = sessionValues(theirs, today());
  const row = (label: string, of: (values: SessionValues) => string) => ({
    label,
    mine: of(mine),
    theirs: of(other),
    differs: of(mine) !== of(other),
  });
  return (
    <VersionConflict
      open
      fields={[
        row(t('heldOn'), ({ heldOn }) => showDay(heldOn, language)),
        row(t('audience'), ({ audience }) => audience),
        row(t('institution'), ({ institutionName }) => institutionName),
        row(t('content'), ({ content }) => content),
        row(t('attendees'), ({ attendees }) => attendees),
      ]}
      onClose={onClose}
      onTakeTheirs={() => onTake(theirs)}
      onKeepMine={() => onKeep(theirs)}
    />
  );
}

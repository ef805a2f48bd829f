import { needRefusal, PURCHASE_KINDS, type Day } from '@ieum/domain';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { Controller, useForm } from 'react-hook-form';
import { Button } from '../../components/button';
import { DayField } from '../../components/day-field';
import { Dialog } from '../../components/dialog';
import { Form, FormActions } from '../../components/form';
import { MoneyField } from '../../components/money-field';
import { SelectField } from '../../components/select-field';
import { TextArea } from '../../components/text-area';
import { TextField } from '../../components/text-field';
import { useToast } from '../../components/toast';
import { VersionConflict } from '../../components/version-conflict';
import { useMessages } from '../../lib/language';
import { ProblemError } from '../../lib/problem-error';
import { purchaseWords } from '../../lib/purchase-messages';
import { useDraft } from '../../lib/use-draft';
import { needMessages } from './need-messages';
import { changeNeed, NEEDS_KEY, needQuery, type Need } from './needs-api';
import { orNull } from './visit-values';

interface NeedValues {
  readonly title: string;
  readonly kind: string;
  readonly estimatedAmountKrw: number | null;
  readonly wantedBy: Day | null;
  readonly note: string;
}

function valuesOf(need: Need): NeedValues {
  const { title, kind, estimatedAmountKrw, wantedBy, note } = need;
  return { title, kind: kind ?? '', estimatedAmountKrw, wantedBy, note: note ?? '' };
}

function isNeedValues(value: unknown): value is NeedValues {
  if (typeof value !== 'object' || value === null) return false;
  const record = value as Record<string, unknown>;
  return (
    ['title', 'kind', 'note'].every((name) => typeof record[name] === 'string') &&
    (record['estimatedAmountKrw'] === null || typeof record['estimatedAmountKrw'] === 'number') &&
    (record['wantedBy'] === null || typeof record['wantedBy'] === 'string')
  );
}

/** Changes an open need. When somebody was faster, both versions are shown. */
export function NeedDialog({ need, onClose }: { readonly need: Need; readonly onClose: () => void }) {
  const t = useMessages(needMessages);
  const words = useMessages(purchaseWords);
  const say = useToast();
  const queryClient = useQueryClient();
  const draft = useDraft<NeedValues>(`need:${need.id}`, isNeedValues);
  const form = useForm<NeedValues>({ defaultValues: draft.kept ?? valuesOf(need), shouldFocusError: false });
  const { errors, isSubmitting } = form.formState;
  const [version, setVersion] = useState(need.version);
  const [theirs, setTheirs] = useState<Need | null>(null);
  const { keep } = draft;
  useEffect(() => {
    const subscription = form.watch((typed) => isNeedValues(typed) && keep(typed));
    return () => subscription.unsubscribe();
  }, [form, keep]);

  const save = async (values: NeedValues, onVersion: number) => {
    const { title, estimatedAmountKrw, wantedBy } = values;
    const kind = PURCHASE_KINDS.find((one) => one === values.kind) ?? null;
    const body = {
      title: title.trim().normalize('NFC'),
      kind,
      estimatedAmountKrw,
      wantedBy,
      note: orNull(values.note),
    };
    try {
      await changeNeed(need.id, onVersion, body);
    } catch (error) {
      if (!(error instanceof ProblemError) || error.status !== 412) throw error;
      setTheirs(await queryClient.fetchQuery({ ...needQuery(need.id), staleTime: 0 }));
      return;
    }
    draft.clear();
    say(t('saved'));
    onClose();
    await queryClient.invalidateQueries({ queryKey: NEEDS_KEY });
  };
  const text = (name: 'title' | 'note', label: string) => {
    const mine = form.getValues(name);
    const saved = theirs?.[name] ?? '';
    return { label, mine, theirs: saved, differs: mine.trim() !== saved };
  };
  return (
    <>
      <Dialog open onClose={onClose} title={t('editTitle')} wide>
        <Form
          form={form}
          onSubmit={(values) => save(values, version)}
          labels={{
            title: t('need'),
            kind: t('kind'),
            estimatedAmountKrw: t('amount'),
            wantedBy: t('wantedBy'),
            note: t('note'),
          }}
        >
          <TextField
            label={t('need')}
            required
            maxLength={200}
            autoComplete="off"
            error={errors.title?.message}
            {...form.register('title', { validate: (value) => value.trim() !== '' || t('required') })}
          />
          <div className="form-grid">
            <SelectField
              label={t('kind')}
              emptyLabel={t('none')}
              options={PURCHASE_KINDS.map((value) => ({ value, label: words(`kind_${value}`) }))}
              {...form.register('kind')}
            />
            <Controller
              control={form.control}
              name="estimatedAmountKrw"
              render={({ field }) => (
                <MoneyField label={t('amount')} error={errors.estimatedAmountKrw?.message} {...field} />
              )}
            />
            <Controller
              control={form.control}
              name="wantedBy"
              rules={{
                validate: (wantedBy) =>
                  needRefusal({ foundOn: need.foundOn, wantedBy }) === null || t('wantedByWrong'),
              }}
              render={({ field }) => (
                <DayField label={t('wantedBy')} error={errors.wantedBy?.message} {...field} />
              )}
            />
          </div>
          <TextArea label={t('note')} rows={3} maxLength={1000} {...form.register('note')} />
          <FormActions>
            <Button type="submit" busy={isSubmitting}>
              {t('save')}
            </Button>
          </FormActions>
        </Form>
      </Dialog>
      {theirs !== null && (
        <VersionConflict
          open
          fields={[text('title', t('need')), text('note', t('note'))]}
          onKeepMine={() => {
            setVersion(theirs.version);
            setTheirs(null);
            void form.handleSubmit((values) => save(values, theirs.version))();
          }}
          onTakeTheirs={() => {
            setVersion(theirs.version);
            form.reset(valuesOf(theirs));
            setTheirs(null);
          }}
          onClose={() => setTheirs(null)}
        />
      )}
    </>
  );
}

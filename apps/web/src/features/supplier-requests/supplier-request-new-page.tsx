import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { Controller, useForm } from 'react-hook-form';
import { useNavigate, useSearchParams } from 'react-router';
import { Button } from '../../components/button';
import { DayField } from '../../components/day-field';
import { DraftNotice } from '../../components/draft-notice';
import { Form, FormActions } from '../../components/form';
import { LinkButton } from '../../components/link-button';
import { PageHeader } from '../../components/page-header';
import { SelectField } from '../../components/select-field';
import { TextArea } from '../../components/text-area';
import { TextField } from '../../components/text-field';
import { useToast } from '../../components/toast';
import { today } from '../../lib/date-format';
import { departmentsQuery } from '../../lib/institution-queries';
import { useMessages } from '../../lib/language';
import { useUser } from '../../lib/session';
import { useDraft } from '../../lib/use-draft';
import { useIdempotencyKey } from '../../lib/use-idempotency-key';
import { createRequest, offeredItemsQuery, REQUESTS_KEY } from './api';
import { AskedSupplierField } from './asked-supplier-field';
import { requestMessages } from './messages';
import {
  emptyRequest,
  isRequestValues,
  quantityOf,
  requestOf,
  wrongRequestField,
  type RequestValues,
} from './request-values';

const ID = /^[0-9a-f-]{36}$/i;

/** From the page of a supplier with ?supplierId=&itemId=, or with an empty form. */
export default function SupplierRequestNewPage() {
  const [params] = useSearchParams();
  const idOf = (name: string) => {
    const value = params.get(name) ?? '';
    return ID.test(value) ? value : '';
  };
  const supplierId = idOf('supplierId');
  // A draft belongs to the enterprise that it was typed for.
  return <NewRequest key={supplierId} supplierId={supplierId} itemId={idOf('itemId')} />;
}

function NewRequest({ supplierId, itemId }: { readonly supplierId: string; readonly itemId: string }) {
  const t = useMessages(requestMessages);
  const me = useUser();
  const say = useToast();
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const idempotency = useIdempotencyKey();
  const draft = useDraft<RequestValues>(`supplier-request:new:${supplierId}`, isRequestValues);
  const empty = { ...emptyRequest(me.departmentId), supplierId, catalogueItemId: itemId };
  const form = useForm<RequestValues>({ defaultValues: draft.kept ?? empty, shouldFocusError: false });
  const { errors, isSubmitting } = form.formState;
  const chosen = form.watch('supplierId');
  const items = useQuery(offeredItemsQuery(chosen === '' ? null : chosen));
  const departments = useQuery(departmentsQuery(me.departmentId === null ? me.institutionId : null));
  const { keep } = draft;
  useEffect(() => {
    const subscription = form.watch((typed) => isRequestValues(typed) && keep(typed));
    return () => subscription.unsubscribe();
  }, [form, keep]);

  const send = async (values: RequestValues) => {
    const body = requestOf(values);
    const made = await createRequest(body, idempotency.headersFor(body));
    idempotency.renew();
    draft.clear();
    await queryClient.invalidateQueries({ queryKey: REQUESTS_KEY });
    say(t('sent'));
    await navigate(`/supplier-requests/${made.id}`, { replace: true });
  };
  return (
    <div className="stack">
      <PageHeader
        title={t('newTitle')}
        description={t('newLead')}
        crumbs={[{ label: t('title'), to: '/supplier-requests' }]}
      />
      <div className="panel">
        <Form
          form={form}
          onSubmit={send}
          labels={{
            supplierId: t('supplier'),
            departmentId: t('department'),
            catalogueItemId: t('item'),
            title: t('titleField'),
            message: t('message'),
            quantity: t('quantity'),
            neededOn: t('neededOn'),
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
          <AskedSupplierField form={form} />
          <div className="form-grid">
            {me.departmentId === null && (
              <Controller
                control={form.control}
                name="departmentId"
                rules={{ validate: (value) => value !== '' || t('choose') }}
                render={({ field }) => (
                  <SelectField
                    label={t('department')}
                    required
                    error={errors.departmentId?.message}
                    options={(departments.data?.items ?? [])
                      .filter((one) => one.validTo === null)
                      .map(({ id, name }) => ({ value: id, label: name }))}
                    {...field}
                  />
                )}
              />
            )}
            {/* Controlled, since the items arrive after the value. */}
            <Controller
              control={form.control}
              name="catalogueItemId"
              render={({ field }) => (
                <SelectField
                  label={t('item')}
                  emptyLabel={t('itemNone')}
                  error={errors.catalogueItemId?.message}
                  options={(items.data?.items ?? []).map(({ id, name }) => ({ value: id, label: name }))}
                  {...field}
                />
              )}
            />
          </div>
          <TextField
            label={t('titleField')}
            hint={t('titleHint')}
            maxLength={100}
            required
            autoComplete="off"
            error={errors.title?.message}
            {...form.register('title', { validate: (value) => value.trim() !== '' || t('required') })}
          />
          <TextArea
            label={t('message')}
            hint={t('messageHint')}
            rows={6}
            maxLength={2000}
            required
            error={errors.message?.message}
            {...form.register('message', { validate: (value) => value.trim() !== '' || t('required') })}
          />
          <div className="form-grid">
            <TextField
              label={t('quantity')}
              inputMode="numeric"
              autoComplete="off"
              maxLength={14}
              error={errors.quantity?.message}
              {...form.register('quantity', {
                validate: (value) => quantityOf(value) !== undefined || t('quantityWrong'),
              })}
            />
            <Controller
              control={form.control}
              name="neededOn"
              rules={{
                validate: (value) =>
                  wrongRequestField(value, null, today()) !== 'neededOn' || t('neededOnPast'),
              }}
              render={({ field }) => (
                <DayField label={t('neededOn')} min={today()} error={errors.neededOn?.message} {...field} />
              )}
            />
          </div>
          <FormActions>
            <Button type="submit" busy={isSubmitting}>
              {t('send')}
            </Button>
            <LinkButton variant="secondary" to="/supplier-requests">
              {t('cancel')}
            </LinkButton>
          </FormActions>
        </Form>
      </div>
    </div>
  );
}

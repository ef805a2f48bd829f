import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useForm } from 'react-hook-form';
import { Button } from '../../components/button';
import { DraftNotice } from '../../components/draft-notice';
import { Form, FormActions } from '../../components/form';
import { LinkButton } from '../../components/link-button';
import { PageHeader } from '../../components/page-header';
import { useMessages } from '../../lib/language';
import { useUser } from '../../lib/session';
import { useDraft } from '../../lib/use-draft';
import { useIdempotencyKey } from '../../lib/use-idempotency-key';
import { createUser, USERS_KEY, type UserWithPassword } from './api';
import { InitialPassword } from './initial-password';
import { userMessages } from './messages';
import { UserFields } from './user-fields';
import { emptyUser, isUserValues, newUserOf, type UserValues } from './user-values';

export default function UserCreatePage() {
  const t = useMessages(userMessages);
  const me = useUser();
  const queryClient = useQueryClient();
  const idempotency = useIdempotencyKey();
  const draft = useDraft<UserValues>('user:new', isUserValues);
  const empty = emptyUser(me.institutionId);
  const form = useForm<UserValues>({ defaultValues: draft.kept ?? empty, shouldFocusError: false });
  const [made, setMade] = useState<UserWithPassword | null>(null);
  const { keep } = draft;
  useEffect(() => {
    const subscription = form.watch((typed) => isUserValues(typed) && keep(typed));
    return () => subscription.unsubscribe();
  }, [form, keep]);

  const send = async (values: UserValues) => {
    const body = newUserOf(values, me.role);
    const answer = await createUser(body, idempotency.headersFor(body));
    idempotency.renew();
    form.reset(empty);
    draft.clear();
    setMade(answer);
    await queryClient.invalidateQueries({ queryKey: USERS_KEY });
  };
  return (
    <div className="stack">
      <PageHeader
        title={t('createTitle')}
        description={t('createDescription')}
        crumbs={[{ label: t('title'), to: '/users' }]}
      />
      {made === null ? (
        <div className="panel">
          <Form
            form={form}
            onSubmit={send}
            labels={{
              name: t('name'),
              email: t('email'),
              role: t('role'),
              institutionId: t('institution'),
              departmentId: t('department'),
              enterpriseId: t('enterprise'),
              assignedInstitutionIds: t('assigned'),
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
            <UserFields form={form} existing={false} />
            <FormActions>
              <Button type="submit" busy={form.formState.isSubmitting}>
                {t('create')}
              </Button>
              <LinkButton variant="secondary" to="/users">
                {t('cancel')}
              </LinkButton>
            </FormActions>
          </Form>
        </div>
      ) : (
        <>
          <InitialPassword password={made.initialPassword} />
          <div className="cluster">
            <LinkButton to={`/users/${made.user.id}`}>{t('toUser', { name: made.user.name })}</LinkButton>
            <Button variant="secondary" icon="plus" onClick={() => setMade(null)}>
              {t('another')}
            </Button>
          </div>
        </>
      )}
    </div>
  );
}

import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { useParams } from 'react-router';
import { Button } from '../../components/button';
import { Form, FormActions } from '../../components/form';
import { LinkButton } from '../../components/link-button';
import { LoadFailed } from '../../components/load-failed';
import { PageHeader } from '../../components/page-header';
import { PageSkeleton } from '../../components/skeleton';
import { useToast } from '../../components/toast';
import { VersionConflict, type ConflictField } from '../../components/version-conflict';
import { departmentsQuery } from '../../lib/institution-queries';
import { useMessages } from '../../lib/language';
import { organisationWords } from '../../lib/organisation-messages';
import { ProblemError } from '../../lib/problem-error';
import { useUnsavedWarning } from '../../lib/use-unsaved-warning';
import { etagOf } from '../../lib/unwrap';
import { changeUser, USERS_KEY, userQuery, type User } from './api';
import { userMessages } from './messages';
import { UserAccount } from './user-account';
import { UserFields } from './user-fields';
import { changeOf, valuesOf, type UserValues } from './user-values';

export default function UserPage() {
  const t = useMessages(userMessages);
  const { id = '' } = useParams();
  const user = useQuery(userQuery(id));
  return (
    <div className="stack">
      <PageHeader
        title={user.data ? t('editTitle', { name: user.data.data.name }) : t('title')}
        crumbs={[{ label: t('title'), to: '/users' }]}
        {...(user.data ? { description: user.data.data.email } : {})}
      />
      {user.isPending && <PageSkeleton label={t('title')} />}
      {user.isError && <LoadFailed error={user.error} onRetry={() => void user.refetch()} />}
      {user.data && (
        <>
          <UserAccount user={user.data.data} />
          <UserForm key={id} user={user.data.data} />
        </>
      )}
    </div>
  );
}

function UserForm({ user }: { readonly user: User }) {
  const t = useMessages(userMessages);
  const say = useToast();
  const queryClient = useQueryClient();
  const form = useForm<UserValues>({ defaultValues: valuesOf(user), shouldFocusError: false });
  const [theirs, setTheirs] = useState<User | null>(null);
  const [version, setVersion] = useState(user.version);
  useUnsavedWarning(form.formState.isDirty);

  const save = async (values: UserValues, against: number) => {
    try {
      const saved = await changeUser(user.id, etagOf(against), changeOf(values, user));
      setVersion(saved.version);
      form.reset(valuesOf(saved));
      await queryClient.invalidateQueries({ queryKey: USERS_KEY });
      say(t('saved'));
    } catch (error) {
      if (!(error instanceof ProblemError) || error.status !== 412) throw error;
      setTheirs((await queryClient.fetchQuery({ ...userQuery(user.id), staleTime: 0 })).data);
    }
  };
  // The account's own actions (disable, reset) raise the version too; what the form was read from counts until then.
  const current = Math.max(version, form.formState.isDirty ? version : user.version);
  return (
    <div className="panel">
      <Form
        form={form}
        onSubmit={(values) => save(values, current)}
        labels={{
          name: t('name'),
          role: t('role'),
          departmentId: t('department'),
          enterpriseId: t('enterprise'),
        }}
      >
        <UserFields form={form} existing />
        <FormActions>
          <Button type="submit" busy={form.formState.isSubmitting}>
            {t('save')}
          </Button>
          <LinkButton variant="secondary" to="/users">
            {t('cancel')}
          </LinkButton>
        </FormActions>
      </Form>
      <Conflict
        mine={form.getValues()}
        theirs={theirs}
        onClose={() => setTheirs(null)}
        onTake={(taken) => {
          setVersion(taken.version);
          form.reset(valuesOf(taken));
          setTheirs(null);
        }}
        onKeep={(taken) => {
          setVersion(taken.version);
          setTheirs(null);
          void form.handleSubmit((values) => save(values, taken.version))();
        }}
      />
    </div>
  );
}

interface ConflictProps {
  readonly mine: UserValues;
  readonly theirs: User | null;
  readonly onClose: () => void;
  readonly onTake: (theirs: User) => void;
  readonly onKeep: (theirs: User) => void;
}

function Conflict({ mine, theirs, onClose, onTake, onKeep }: ConflictProps) {
  const t = useMessages(userMessages);
  const words = useMessages(organisationWords);
  const departments = useQuery(departmentsQuery(theirs?.institutionId ?? null));
  if (theirs === null) return null;
  const roleWord = (role: string) => words(`role_${role}` as Parameters<typeof words>[0]);
  const fields: ConflictField[] = [
    { label: t('name'), mine: mine.name, theirs: theirs.name, differs: mine.name !== theirs.name },
    {
      label: t('role'),
      mine: roleWord(mine.role),
      theirs: roleWord(theirs.role),
      differs: mine.role !== theirs.role,
    },
    {
      label: t('department'),
      mine: departments.data?.items.find(({ id }) => id === mine.departmentId)?.name ?? '–',
      theirs: theirs.departmentName ?? '–',
      differs: mine.departmentId !== (theirs.departmentId ?? ''),
    },
    {
      label: t('enterprise'),
      mine: mine.enterpriseName === '' ? '–' : mine.enterpriseName,
      theirs: theirs.enterpriseName ?? '–',
      differs: mine.enterpriseId !== (theirs.enterpriseId ?? ''),
    },
  ];
  return (
    <VersionConflict
      open
      fields={fields}
      onKeepMine={() => onKeep(theirs)}
      onTakeTheirs={() => onTake(theirs)}
      onClose={onClose}
    />
  );
}

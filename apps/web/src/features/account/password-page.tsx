import { useForm } from 'react-hook-form';
import { useNavigate } from 'react-router';
import { Button } from '../../components/button';
import { Form, FormActions } from '../../components/form';
import { Notice } from '../../components/notice';
import { PageHeader } from '../../components/page-header';
import { TextField } from '../../components/text-field';
import { useToast } from '../../components/toast';
import { api } from '../../lib/api';
import { useMessages } from '../../lib/language';
import { useSession, useUser } from '../../lib/session';
import { unwrap } from '../../lib/unwrap';
import { accountMessages } from './messages';

interface PasswordValues {
  readonly currentPassword: string;
  readonly newPassword: string;
  readonly again: string;
}

const EMPTY: PasswordValues = { currentPassword: '', newPassword: '', again: '' };
const LONGEST = 256;

/** Changing the own password; the only page that is open while the first password is still in use. */
export default function PasswordPage() {
  const t = useMessages(accountMessages);
  const say = useToast();
  const navigate = useNavigate();
  const { extend } = useSession();
  const { mustChangePassword } = useUser();
  const form = useForm<PasswordValues>({ defaultValues: EMPTY, shouldFocusError: false });
  const { errors, isSubmitting } = form.formState;
  const needed = (value: string) => value !== '' || t('required');

  const send = async ({ currentPassword, newPassword }: PasswordValues) => {
    await unwrap(api.POST('/api/v1/auth/password', { body: { currentPassword, newPassword } }));
    await extend();
    say(t('done'));
    await navigate('/', { replace: true });
  };
  return (
    <div className="stack">
      <PageHeader title={t('title')} />
      {mustChangePassword && <Notice tone="warning">{t('mustChange')}</Notice>}
      <div className="panel">
        <Form
          form={form}
          onSubmit={send}
          labels={{ currentPassword: t('current'), newPassword: t('next'), again: t('again') }}
        >
          <TextField
            label={t('current')}
            type="password"
            autoComplete="current-password"
            maxLength={LONGEST}
            required
            error={errors.currentPassword?.message}
            {...form.register('currentPassword', { validate: needed })}
          />
          <TextField
            label={t('next')}
            hint={t('nextHint')}
            type="password"
            autoComplete="new-password"
            maxLength={LONGEST}
            required
            error={errors.newPassword?.message}
            {...form.register('newPassword', { validate: needed })}
          />
          <TextField
            label={t('again')}
            type="password"
            autoComplete="new-password"
            maxLength={LONGEST}
            required
            error={errors.again?.message}
            {...form.register('again', {
              validate: (value, values) => value === values.newPassword || t('different'),
            })}
          />
          <FormActions>
            <Button type="submit" busy={isSubmitting}>
              {t('submit')}
            </Button>
          </FormActions>
        </Form>
      </div>
    </div>
  );
}

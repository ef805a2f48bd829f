import { useForm } from 'react-hook-form';
import { Link, Navigate, useSearchParams } from 'react-router';
import { Button } from '../../components/button';
import { Form } from '../../components/form';
import { PageHeader } from '../../components/page-header';
import { PageSkeleton } from '../../components/skeleton';
import { TextField } from '../../components/text-field';
import { useMessages } from '../../lib/language';
import { useSession } from '../../lib/session';
import { DemoAccounts } from './demo-accounts';
import { loginMessages } from './messages';
import './login-page.css';

interface LoginValues {
  readonly email: string;
  readonly password: string;
}

const FORM_ID = 'login-form';

export default function LoginPage() {
  const t = useMessages(loginMessages);
  const { user, loading, login } = useSession();
  const [params] = useSearchParams();
  const form = useForm<LoginValues>({ defaultValues: { email: '', password: '' }, shouldFocusError: false });
  const { errors, isSubmitting } = form.formState;
  const next = ownAddress(params.get('next'));

  if (loading) return <PageSkeleton label={t('title')} />;
  if (user !== null) return <Navigate to={next} replace />;

  const send = ({ email, password }: LoginValues) => login(email.trim(), password);
  return (
    <div className="login">
      <div className="panel stack login__card">
        <PageHeader title={t('title')} description={t('lead')} />
        {next !== '/' && <p className="login__next">{t('nextHint')}</p>}
        <Form
          id={FORM_ID}
          form={form}
          onSubmit={send}
          labels={{ email: t('email'), password: t('password') }}
        >
          <TextField
            label={t('email')}
            type="email"
            autoComplete="username"
            inputMode="email"
            spellCheck={false}
            maxLength={254}
            required
            error={errors.email?.message}
            {...form.register('email', { validate: (value) => value.trim() !== '' || t('emailRequired') })}
          />
          <TextField
            label={t('password')}
            type="password"
            autoComplete="current-password"
            maxLength={256}
            required
            error={errors.password?.message}
            {...form.register('password', { validate: (value) => value !== '' || t('passwordRequired') })}
          />
          <Button type="submit" busy={isSubmitting}>
            {isSubmitting ? t('submitting') : t('submit')}
          </Button>
        </Form>
        <p className="login__next">
          <Link to="/suppliers">{t('publicSuppliers')}</Link>
        </p>
        <p className="login__next">
          <Link to="/publications">{t('publicRankings')}</Link>
        </p>
      </div>
      <DemoAccounts
        formId={FORM_ID}
        disabled={isSubmitting}
        onChoose={(account) => form.reset({ email: account.email, password: account.password })}
      />
    </div>
  );
}

/** Where to go after signing in: an address of this product only, so that a link cannot lead elsewhere. */
function ownAddress(next: string | null): string {
  if (next === null || !/^\/(?![/\\])/.test(next) || next.startsWith('/login')) return '/';
  return next;
}

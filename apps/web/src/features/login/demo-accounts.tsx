import { useQuery } from '@tanstack/react-query';
import { Icon } from '../../components/icon';
import { useMessages } from '../../lib/language';
import { demoAccountsQuery } from './api';
import { loginMessages } from './messages';

interface DemoAccountsProps {
  /** the login form: a choice fills it in and submits it, so that a refusal appears in one place */
  readonly formId: string;
  readonly disabled: boolean;
  readonly onChoose: (account: { readonly email: string; readonly password: string }) => void;
}

/** Offered on a first run; absent when the server has none. */
export function DemoAccounts({ formId, disabled, onChoose }: DemoAccountsProps) {
  const t = useMessages(loginMessages);
  const { data } = useQuery(demoAccountsQuery);
  if (data === undefined || data.items.length === 0) return null;
  return (
    <section className="login__demo" aria-labelledby="demo-title">
      <h2 id="demo-title">{t('demoTitle')}</h2>
      <p>{t('demoText')}</p>
      <ul>
        {data.items.map((account) => (
          <li key={account.email}>
            <button
              type="submit"
              form={formId}
              className="demo-account"
              disabled={disabled}
              onClick={() => onChoose(account)}
            >
              <span className="demo-account__role">{t(`role_${account.role}`)}</span>
              <span className="demo-account__name">{account.name}</span>
              <span className="demo-account__place">{account.organisation}</span>
              <Icon name="right" />
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

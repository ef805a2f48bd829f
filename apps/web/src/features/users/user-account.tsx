import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from '../../components/button';
import { ConfirmDialog } from '../../components/dialog';
import { Notice } from '../../components/notice';
import { StateBadge } from '../../components/state-badge';
import { useToast } from '../../components/toast';
import { showInstant } from '../../lib/date-format';
import { useLanguage, useMessages } from '../../lib/language';
import { organisationWords } from '../../lib/organisation-messages';
import { useProblemSentence } from '../../lib/problem-sentences';
import { useUser } from '../../lib/session';
import { disableUser, enableUser, resetPassword, USERS_KEY, type User, type UserWithPassword } from './api';
import { InitialPassword } from './initial-password';
import { userMessages } from './messages';
import { useUserPlace } from './user-place';

interface UserAccountProps {
  readonly user: User;
}

type Asked = 'disable' | 'reset';

/** State of the account, and what ends or renews it. A refusal stands beside the buttons. */
export function UserAccount({ user }: UserAccountProps) {
  const t = useMessages(userMessages);
  const words = useMessages(organisationWords);
  const { language } = useLanguage();
  const me = useUser();
  const placeOf = useUserPlace();
  const say = useToast();
  const sentence = useProblemSentence();
  const queryClient = useQueryClient();
  const [asked, setAsked] = useState<Asked | null>(null);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const [renewed, setRenewed] = useState<UserWithPassword | null>(null);
  const own = user.id === me.id;

  const run = async (act: () => Promise<void>) => {
    setBusy(true);
    setProblem(null);
    try {
      await act();
      await queryClient.invalidateQueries({ queryKey: USERS_KEY });
    } catch (error) {
      setProblem(sentence(error));
    }
    setBusy(false);
    setAsked(null);
  };
  const disable = () =>
    run(async () => {
      await disableUser(user.id);
      say(t('disabled'));
    });
  const enable = () =>
    run(async () => {
      await enableUser(user.id);
      say(t('enabled'));
    });
  const reset = () => run(async () => setRenewed(await resetPassword(user.id)));

  return (
    <section className="panel stack stack--tight" aria-label={t('account')}>
      <div className="cluster cluster--spread">
        <div className="cluster">
          <StateBadge
            tone={user.state === 'active' ? 'success' : 'neutral'}
            label={t(`state_${user.state}`)}
          />
          <span>{words(`role_${user.role}`)}</span>
          <span>{placeOf(user)}</span>
          {user.mustChangePassword && <StateBadge tone="information" label={t('mustChange')} />}
          {user.isDemo && <StateBadge tone="neutral" label={t('demo')} />}
        </div>
        {!own && (
          <div className="cluster">
            <Button variant="secondary" size="small" onClick={() => setAsked('reset')}>
              {t('reset')}
            </Button>
            {user.state === 'active' ? (
              <Button variant="danger" size="small" onClick={() => setAsked('disable')}>
                {t('disable')}
              </Button>
            ) : (
              <Button variant="secondary" size="small" busy={busy} onClick={() => void enable()}>
                {t('enable')}
              </Button>
            )}
          </div>
        )}
      </div>
      <p>
        {t('lastLogin')}:{' '}
        {user.lastLoginAt === null ? t('neverLoggedIn') : showInstant(user.lastLoginAt, language)}
        {' · '}
        {t('created')}: {showInstant(user.createdAt, language)}
      </p>
      {own && <Notice>{t('ownAccount')}</Notice>}
      {problem !== null && (
        <Notice tone="danger" live>
          {problem}
        </Notice>
      )}
      {renewed !== null && <InitialPassword password={renewed.initialPassword} />}
      <ConfirmDialog
        open={asked === 'disable'}
        onClose={() => setAsked(null)}
        onConfirm={() => void disable()}
        title={t('disableTitle', { name: user.name })}
        confirmLabel={t('disable')}
        danger
        busy={busy}
      >
        <p>{t('disableText')}</p>
      </ConfirmDialog>
      <ConfirmDialog
        open={asked === 'reset'}
        onClose={() => setAsked(null)}
        onConfirm={() => void reset()}
        title={t('resetTitle', { name: user.name })}
        confirmLabel={t('reset')}
        busy={busy}
      >
        <p>{t('resetText')}</p>
      </ConfirmDialog>
    </section>
  );
}

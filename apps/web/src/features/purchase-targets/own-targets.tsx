import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { targetActionRefusal } from '@ieum/domain';
import { Button } from '../../components/button';
import { Disclosure } from '../../components/disclosure';
import { EmptyState } from '../../components/empty-state';
import { LinkButton } from '../../components/link-button';
import { Notice } from '../../components/notice';
import { useToast } from '../../components/toast';
import { CYCLES_KEY, type Cycle } from '../../lib/cycle-queries';
import { showInstant } from '../../lib/date-format';
import { useLanguage, useMessages } from '../../lib/language';
import { showKrw } from '../../lib/money-format';
import { useProblemSentence } from '../../lib/problem-sentences';
import { acknowledgeTarget, revisionsQuery, type Target } from './api';
import { RevisionList } from './history-dialog';
import { targetMessages } from './messages';
import { orderSchemes, useSchemes } from './scheme-name';
import { TargetStateBadge } from './target-state-badge';
import './own-targets.css';

interface OwnTargetsProps {
  readonly cycle: Cycle;
  readonly targets: readonly Target[];
}

/** What the own department is asked to buy; seen and said so with one press. */
export function OwnTargets({ cycle, targets }: OwnTargetsProps) {
  const t = useMessages(targetMessages);
  const sentence = useProblemSentence();
  const say = useToast();
  const client = useQueryClient();
  const waiting = targets.filter((one) => targetActionRefusal(one.state, 'acknowledge') === null);
  const sending = useMutation({
    mutationFn: async () => {
      for (const target of waiting) await acknowledgeTarget(target.id);
    },
    onSuccess: () => say(t('acknowledgedToast')),
    onSettled: () => client.invalidateQueries({ queryKey: CYCLES_KEY }),
  });
  const told = targets.filter((one) => one.state === 'notified' || one.state === 'acknowledged');
  if (told.length === 0) {
    return (
      <EmptyState
        icon="target"
        title={t('ownNone')}
        text={t(targets.length === 0 ? 'ownNoneText' : 'ownPreparing')}
      />
    );
  }
  const order = orderSchemes(told.map((one) => one.schemeCode));
  return (
    <div className="stack">
      {sending.error && (
        <Notice tone="danger" live>
          {sentence(sending.error)}
        </Notice>
      )}
      {waiting.length > 0 && (
        <Notice
          tone="warning"
          action={
            <Button busy={sending.isPending} onClick={() => sending.mutate()}>
              {t(waiting.length === 1 ? 'acknowledge' : 'acknowledgeAll')}
            </Button>
          }
        >
          {t('acknowledgeText')}
        </Notice>
      )}
      <ul className="own-targets">
        {order.flatMap((code) =>
          told
            .filter((one) => one.schemeCode === code)
            .map((target) => <OwnTarget key={target.id} cycle={cycle} target={target} />),
        )}
      </ul>
      <div>
        <LinkButton to={`/achievements?fiscalYear=${cycle.fiscalYear}`} variant="secondary" icon="chart">
          {t('toAchievements')}
        </LinkButton>
      </div>
    </div>
  );
}

function OwnTarget({ cycle, target }: { readonly cycle: Cycle; readonly target: Target }) {
  const t = useMessages(targetMessages);
  const { language } = useLanguage();
  const { nameOf } = useSchemes(cycle);
  const { data } = useQuery({ ...revisionsQuery(target.id), enabled: target.revisionCount > 0 });
  return (
    <li className="panel stack stack--tight">
      <div className="cluster cluster--spread">
        <h2>{nameOf(target.schemeCode)}</h2>
        <TargetStateBadge state={target.state} />
      </div>
      <p className="own-targets__amount">
        {target.targetKrw === null ? t('noTarget') : `${showKrw(target.targetKrw)} ${t('won')}`}
      </p>
      {target.acknowledgedAt !== null && (
        <p className="field__hint">
          {t('acknowledgedOn', {
            when: showInstant(target.acknowledgedAt, language),
            name: target.acknowledgedByName ?? t('unknownPerson'),
          })}
        </p>
      )}
      {data !== undefined && (
        <Disclosure title={t('revisions')}>
          <RevisionList revisions={data.items} />
        </Disclosure>
      )}
    </li>
  );
}
